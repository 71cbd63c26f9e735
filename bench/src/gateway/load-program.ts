import autocannon from 'autocannon';

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

function run({ url, method, headers, bodies, connections, seconds, status }: Job): Promise<JobReport> {
  return new Promise((resolve) => {
    const waits: number[] = [];
    let wrong = 0;
    let turn = 0;
    let endedAt = 0;
    const next = (request: autocannon.Request) => {
      turn = (turn + 1) % bodies.length;
      return { ...request, body: bodies[turn] as string };
    };
    const requests = bodies.length > 1 ? [{ setupRequest: next }] : undefined;
    const [body] = bodies;
    const startedAt = performance.now();
    const instance = autocannon(
      {
        url,
        method,
        headers,
        ...(body !== undefined && { body }),
        ...(requests && { requests }),
        connections,
        duration: seconds,
        timeout: 30,
        sampleInt: 100,
      },
      (error, result) => {
        const failed = wrong + result.errors + result.timeouts;
        if (error || failed > 0) return resolve({ failure: error?.message ?? `${failed} requests failed` });
        if (waits.length === 0) return resolve({ failure: `no answer within ${seconds} s` });
        waits.sort((a, b) => a - b);
        const at = (share: number) =>
          waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
        const elapsed = (endedAt - startedAt) / 1000;
        resolve({ requestsPerSecond: waits.length / elapsed, p50Ms: at(0.5), p99Ms: at(0.99) });
      },
    );
    // Its own histogram knows whole milliseconds only, and counts 304 as a failure.
    instance.on('response', (_client, code, _bytes, waitMs) => {
      endedAt = performance.now();
      if (code === status) waits.push(waitMs);
      else wrong += 1;
    });
  });
}

process.on('message', async (job: Job) => {
  process.send?.(await run(job).catch((error: Error) => ({ failure: error.message })));
});
process.on('disconnect', () => process.exit());
