import { connect, type Socket } from 'node:net';
import { createAnswerReader } from './answer-reader.ts';

/** What the load generator is to do. */
export type Job = {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  /** Sent in turn, whatever the connection; none for GET. */
  readonly bodies: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  /** The only status that counts as an answer. */
  readonly status: 200 | 304;
};

/** What came of it. */
export type Sample = {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
};

/** A sample, or why there is none. */
export type JobReport = Sample | { readonly failure: string };

/** Milliseconds that a server may leave all of its connections without an answer. */
const PATIENCE_MS = 30_000;

/** Requests as they are sent, one for each body. */
function requestsOf({ url, method, headers, bodies }: Job): readonly Buffer[] {
  const { host, pathname, search } = new URL(url);
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `${method} ${pathname}${search} HTTP/1.1\r\n${lines.join('')}`;
  if (bodies.length === 0) return [Buffer.from(`${head}\r\n`)];
  return bodies.map((body) =>
    Buffer.from(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`),
  );
}

/** Asks over all connections, each for the next as soon as it has an answer, and waits for the last one. */
async function run(job: Job): Promise<JobReport> {
  const { hostname, port } = new URL(job.url);
  const requests = requestsOf(job);
  const waits: number[] = [];
  const startedAt = performance.now();
  const until = startedAt + job.seconds * 1000;
  let turn = 0;
  let heardAt = startedAt;
  let endedAt = startedAt;
  const ask = (socket: Socket) =>
    new Promise<void>((resolve, reject) => {
      let sentAt = 0;
      const send = () => {
        turn = (turn + 1) % requests.length;
        sentAt = performance.now();
        socket.write(requests[turn] as Buffer);
      };
      const read = createAnswerReader((status) => {
        heardAt = performance.now();
        if (status !== job.status) return reject(new Error(`answered with status ${status}`));
        // What comes later is waited for, so that it burdens nobody else's turn, and not counted.
        if (heardAt > until) return resolve();
        endedAt = heardAt;
        waits.push(heardAt - sentAt);
        send();
      });
      socket.setNoDelay(true);
      socket.once('connect', send);
      socket.on('data', (bytes) => {
        try {
          read(bytes);
        } catch (error) {
          reject(error);
        }
      });
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('a connection was closed')));
    });
  const patience = Promise.withResolvers<never>();
  const timer = setInterval(() => {
    if (performance.now() - heardAt > PATIENCE_MS) patience.reject(new Error('no answer comes any more'));
  }, 1_000);
  const sockets = Array.from({ length: job.connections }, () => connect(Number(port), hostname));
  await Promise.race([Promise.all(sockets.map(ask)), patience.promise]).finally(() => {
    clearInterval(timer);
    for (const socket of sockets) socket.destroy();
  });
  if (waits.length === 0) return { failure: `no answer within ${job.seconds} s` };
  waits.sort((a, b) => a - b);
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
  const elapsed = (endedAt - startedAt) / 1000;
  return { requestsPerSecond: waits.length / elapsed, p50Ms: at(0.5), p99Ms: at(0.99) };
}

process.on('message', async (job: Job) => {
  process.send?.(await run(job).catch((error: Error) => ({ failure: error.message })));
});
process.on('disconnect', () => process.exit());
