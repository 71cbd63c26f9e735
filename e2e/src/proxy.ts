import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A reverse proxy in front of several gateways. */
export type ReverseProxy = {
  readonly url: string;
  close(): Promise<void>;
};

/**
 * Starts a plain reverse proxy: gateways take turns; one that takes no connection is passed over; a connection that
 * breaks off in the middle of an answer is 502, as the proxy cannot know what was done.
 *
 * @param ports - where the gateways are now; looked up for each request
 */
export async function startProxy(ports: () => readonly number[]): Promise<ReverseProxy> {
  let turn = 0;
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const known = ports();
    turn += 1;
    for (let attempt = 0; attempt < known.length; attempt += 1) {
      const port = known[(turn + attempt) % known.length] ?? 0;
      if (await pass(port, incoming, body, outgoing)) return;
    }
    outgoing.writeHead(503, { 'retry-after': '1' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, close };
}

/** Passes a request on; false when the gateway takes no connection. */
function pass(
  port: number,
  incoming: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
): Promise<boolean> {
  return new Promise((resolve) => {
    const { method, url: path, headers } = incoming;
    const onward = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
    onward.on('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'ECONNREFUSED') return resolve(false);
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502).end();
      resolve(true);
    });
    onward.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', () => outgoing.destroy());
      answer.pipe(outgoing);
      resolve(true);
    });
    onward.end(body);
  });
}
