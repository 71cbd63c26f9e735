import { Transform } from 'node:stream';
import { errorCodes, type preParsingHookHandler } from 'fastify';
import { viewerOf } from '../auth/require-viewer.ts';
import type { Limits } from '../limits/limits.ts';

/** Bounds the body of a request by who sends it: the public sends less than those who enrol many people at once. */
export function boundBody({ maxBodyBytes }: Limits): preParsingHookHandler {
  return (request, _reply, payload, done) => {
    const tooLarge = () => new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
    if (viewerOf(request).role !== 'PUBLIC') return done(null, payload);
    const { 'content-length': length } = request.headers;
    if (length !== undefined) return done(Number(length) > maxBodyBytes ? tooLarge() : null, payload);
    let received = 0;
    const counted = new Transform({
      transform: (chunk: Buffer, _encoding, pass) => {
        received += chunk.length;
        if (received > maxBodyBytes) pass(tooLarge());
        else pass(null, chunk);
      },
    });
    payload.on('error', (error) => counted.destroy(error));
    done(null, payload.pipe(counted));
  };
}
