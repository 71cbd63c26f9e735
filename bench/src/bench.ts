import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDataset, migrate } from '@reintegration/schema';
import autocannon from 'autocannon';
import pg from 'pg';
import { openEmbeddedPostgres } from '../../packages/server/src/database/embedded-postgres.ts';
import { median } from './median.ts';
import { type Peer, startConstant, startGateway, startHandWritten } from './peers.ts';

const ROUNDS = 5;
const SECONDS = 2;
const CONNECTIONS = 16;

const QUESTIONS = {
  'figures of a year':
    '{project(code:"reintegration-ii"){figures(during:"2023"){value qualifier indicator{code}}}}',
  __typename: '{__typename}',
} as const;

type Sample = { readonly requestsPerSecond: number; readonly p99Ms: number };

async function ask(url: string, query: string): Promise<string> {
  const body = JSON.stringify({ query });
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return (await response.text()).trim();
}

async function measure({ url }: Peer, query: string): Promise<Sample> {
  const result = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    connections: CONNECTIONS,
    duration: SECONDS,
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url} failed ${result.non2xx + result.errors} times`);
  return { requestsPerSecond: result.requests.average, p99Ms: result.latency.p99 };
}

/** Lets two peers take turns at one question; tells a row of the table. */
async function compare(question: keyof typeof QUESTIONS, ours: Peer, theirs: Peer): Promise<string> {
  const query = QUESTIONS[question];
  const [a, b] = [await ask(ours.url, query), await ask(theirs.url, query)];
  if (a !== b) throw new Error(`Answers to "${question}" differ:\n${a}\n${b}`);
  const samples: [Sample, Sample][] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const pair: [Sample, Sample] = [await measure(ours, query), await measure(theirs, query)];
    // The first round warms both up.
    if (round > 0) samples.push(pair);
    process.stderr.write(`  ${question}: round ${round} of ${ROUNDS}\n`);
  }
  const rate = (index: 0 | 1) => Math.round(median(samples.map((pair) => pair[index].requestsPerSecond)));
  const ratio = median(samples.map(([left, right]) => left.requestsPerSecond / right.requestsPerSecond));
  const p99 = (index: 0 | 1) => median(samples.map((pair) => pair[index].p99Ms)).toFixed(0);
  return `| ${question} | ${rate(0)} | ${theirs.name} | ${rate(1)} | **${ratio.toFixed(2)}** | ${p99(0)} / ${p99(1)} |`;
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-bench-'));
await chmod(folder, 0o755);
const postgres = await openEmbeddedPostgres(folder, (step) => process.stderr.write(`  ${step} …\n`));
const pool = new pg.Pool({ connectionString: postgres.url, max: 20 });
const peers: Peer[] = [];
try {
  await migrate(postgres.url);
  await loadDataset(
    pool,
    fileURLToPath(new URL('../../packages/schema/dataset/reintegration-ii', import.meta.url)),
  );
  const gateway = await startGateway(pool);
  const handWritten = await startHandWritten(pool);
  const constant = await startConstant();
  peers.push(gateway, handWritten, constant);
  const rows = [
    await compare('figures of a year', gateway, handWritten),
    await compare('__typename', gateway, constant),
  ];
  const table = [
    `Requests a second over ${CONNECTIONS} connections, medians of ${ROUNDS} rounds of ${SECONDS} s, uncached, Node ${process.versions.node}.`,
    '',
    '| question | gateway | peer | peer’s | gateway ÷ peer | p99 ms, gateway / peer |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
  await writeFile(new URL('../results/figures.md', import.meta.url), `# Uncached reading\n\n${table}`);
  process.stdout.write(`\n${table}`);
} finally {
  await Promise.all(peers.map((peer) => peer.close()));
  await pool.end();
  await postgres.close();
  await rm(folder, { recursive: true, force: true });
}
process.exit();
