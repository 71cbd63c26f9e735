import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** Answers one request in the gateway's place. */
export type Fault = (request: IncomingMessage, response: ServerResponse) => void;

/** A gateway whose one figure, the data version, can be changed, and that can be made to fail. */
export type ChangingGateway = {
  readonly url: string;
  /** Headers of all requests for the data. */
  readonly reads: IncomingHttpHeaders[];
  /** Headers of all requests for a stream. */
  readonly asks: IncomingHttpHeaders[];
  /** Streams that are open now. */
  readonly streams: ReadonlySet<ServerResponse>;
  /** What is published now. */
  version: number;
  /** In place of the data, when set. */
  failReads: Fault | undefined;
  /** In place of a stream, when set. */
  failStreams: Fault | undefined;
  /** Publishes, and tells all who listen. */
  publish(): void;
  /** Writes into all streams. */
  write(text: string): void;
  /** Breaks all streams. */
  cut(): void;
  /** Connections that clients hold. */
  connections(): Promise<number>;
};

export function nextEvent(dataVersion: number): string {
  return `event: next\ndata: {"data":{"figuresChanged":{"dataVersion":${dataVersion}}}}\n\n`;
}

/** What a gateway does not do as it should. */
export type Faults = Partial<Pick<ChangingGateway, 'failReads' | 'failStreams'>>;

/** Breaks the connection. */
export const drop: Fault = (_request, response) => void response.destroy();

/** Never answers. */
export const hang: Fault = () => undefined;

/** Answers an error of the gateway. */
export function refuse(status: number, code: string, headers: Record<string, string> = {}): Fault {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ errors: [{ message: 'No.', extensions: { code } }] }));
  };
}

export async function startChangingGateway(): Promise<ChangingGateway> {
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    request.resume();
    // A connection that is kept would have timers of its own.
    response.shouldKeepAlive = false;
    const isStream = request.headers.accept === 'text/event-stream';
    (isStream ? gateway.asks : gateway.reads).push(request.headers);
    const fail = isStream ? gateway.failStreams : gateway.failReads;
    if (fail) return fail(request, response);
    if (!isStream) return answer(request, response, gateway.version);
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    response.write(':\n\n');
    streams.add(response);
    response.on('close', () => streams.delete(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const gateway: ChangingGateway = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    reads: [],
    asks: [],
    streams,
    version: 1,
    failReads: undefined,
    failStreams: undefined,
    publish: () => {
      gateway.version += 1;
      gateway.write(nextEvent(gateway.version));
    },
    write: (text) => {
      for (const stream of streams) stream.write(text);
    },
    cut: () => {
      for (const stream of streams) stream.destroy();
    },
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
  };
  return gateway;
}

function answer({ headers }: IncomingMessage, response: ServerResponse, version: number): void {
  const etag = `"v${version}"`;
  response.setHeader('content-type', 'application/json');
  response.setHeader('x-data-version', version);
  response.setHeader('etag', etag);
  if (headers['if-none-match'] === etag) response.writeHead(304).end();
  else response.end(JSON.stringify({ data: { dataVersion: version } }));
}
