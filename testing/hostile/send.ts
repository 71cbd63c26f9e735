import { once } from 'node:events';
import { type Agent, request as startRequest } from 'node:http';
import { connect } from 'node:net';
import type { HostileRequest, RawRequest, SlowRequest, WholeRequest } from './row.ts';

/** One answer: its status, and all of it as a text, with its headers. */
export type Received = { readonly status: number; readonly head: string; readonly body: string };

const DRIP_MS = 50;
const PATIENCE_MS = 20_000;

/** Sends a request as it is; all answers to it. */
export async function sendHostile(
  url: string,
  request: HostileRequest,
  agent?: Agent,
): Promise<readonly Received[]> {
  return request.kind === 'whole' ? [await sendWhole(url, request, agent)] : sendBytes(url, request);
}

function sendWhole(
  url: string,
  { method, path, headers, body }: WholeRequest,
  agent?: Agent,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const isChunked = headers['transfer-encoding'] !== undefined;
    const length = body === null || isChunked ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const { hostname, port } = new URL(url);
    const sent = startRequest({ hostname, port, path, method, headers: { ...headers, ...length }, agent });
    sent.on('error', reject);
    sent.on('response', (response) => {
      // The gateway may hang up on whoever goes on sending.
      sent.off('error', reject).on('error', () => undefined);
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          head: response.rawHeaders.join('\n'),
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.end(body);
  });
}

/** Reads until the gateway hangs up. */
async function sendBytes(url: string, request: RawRequest | SlowRequest): Promise<readonly Received[]> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('The gateway neither answered nor hung up')));
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  socket.write(request.kind === 'raw' ? request.bytes : request.beginning);
  const drip = request.kind === 'slow' && request.drip !== '' ? request.drip : null;
  const timer = drip === null ? undefined : setInterval(() => socket.writable && socket.write(drip), DRIP_MS);
  socket.on('error', () => undefined);
  await once(socket, 'close');
  clearInterval(timer);
  return text.split(/(?=HTTP\/1\.1 \d{3} )/).map((answer) => {
    const end = answer.indexOf('\r\n\r\n');
    return {
      status: Number(answer.split(' ', 2)[1]),
      head: answer.slice(0, end),
      body: answer.slice(end + 4),
    };
  });
}
