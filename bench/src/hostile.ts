import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { AUDIENCE, startIssuer } from '../../packages/server/src/auth/started-issuer.fixture.ts';
import { openEmbeddedPostgres } from '../../packages/server/src/database/embedded-postgres.ts';
import { hostileRows } from '../../testing/hostile/list.ts';
import { type HostileRequest, type HostileRow, itemOf } from '../../testing/hostile/row.ts';
import { sendHostile } from '../../testing/hostile/send.ts';
import { startProgram } from './hostile/program.ts';
import { type Cost, reportOf } from './hostile/report.ts';

/** How often each request is timed. */
const TIMES = Number(process.argv[2] ?? 200);
/** Requests of the list, one after the other, over which memory may grow. */
const TOGETHER = 10_000;
/** Requests that are under way at once while memory is looked at. */
const AT_ONCE = 4;
/** How often each is sent before it is timed. */
const WARM_UP = 10;

const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-hostile-'));
await chmod(folder, 0o755);
const tell = (step: string) => process.stderr.write(`  ${step} …\n`);
const postgres = await openEmbeddedPostgres(folder, tell);
const [issuer, other] = [await startIssuer(), await startIssuer()];
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
const program = await startProgram({
  DATABASE_URL: postgres.url,
  OIDC_ISSUER: issuer.issuer,
  OIDC_AUDIENCE: AUDIENCE,
});
try {
  const rows = await hostileRows(issuer, other);
  const timed = rows.filter(({ request }) => request.kind !== 'slow');
  const loadBefore = os.loadavg();
  const fresh = await program.memory();
  const costs: Cost[] = [];
  for (const [index, row] of timed.entries()) {
    if (index % 20 === 0) tell(`${index} of ${timed.length} requests`);
    costs.push(await costOf(row));
  }
  const slow = rows.filter(({ request }) => request.kind === 'slow');
  const aside = await costAside(slow);
  const memory = { fresh, ...(await measureGrowth(timed)) };
  const report = reportOf({
    costs,
    aside,
    memory,
    times: TIMES,
    together: TOGETHER,
    slow: slow.map(({ id }) => id),
    load: { before: loadBefore, after: os.loadavg() },
  });
  await writeFile(new URL('../results/hostile.md', import.meta.url), report.text);
  process.stdout.write(`\n${report.text}`);
  if (!report.isWithin) process.exitCode = 1;
} finally {
  agent.destroy();
  program.process.kill('SIGTERM');
  await once(program.process, 'exit');
  issuer.close();
  other.close();
  await postgres.close();
  await rm(folder, { recursive: true, force: true });
}

/**
 * The same request in other words: what is remembered of a document, or of an answer, helps nobody who changes a
 * comment.
 */
function inOtherWords(request: HostileRequest, index: number): HostileRequest {
  if (request.kind !== 'whole' || typeof request.body !== 'string') return request;
  const body = request.body.replace(/^\{"query":"(?=[^"])/, `{"query":"#${index}\\n`);
  return { ...request, body };
}

async function timeOf(request: HostileRequest): Promise<number> {
  const startedAt = performance.now();
  await sendHostile(program.url, request, agent);
  return performance.now() - startedAt;
}

async function costOf(row: HostileRow): Promise<Cost> {
  const times: number[] = [];
  let workedBefore = 0;
  for (let index = 0; index < WARM_UP + TIMES; index += 1) {
    if (index === WARM_UP) workedBefore = await program.cpuMs();
    const ms = await timeOf(inOtherWords(row.request, index));
    if (index >= WARM_UP) times.push(ms);
  }
  const cpuMs = ((await program.cpuMs()) - workedBefore) / TIMES;
  return { id: row.id, item: itemOf(row), times, cpuMs };
}

/** What an honest question costs while requests are open that never come to their end. */
async function costAside(slow: readonly HostileRow[]): Promise<readonly number[]> {
  tell('honest questions beside slow ones');
  const open = Array.from({ length: 100 }, (_, index) => slow[index % slow.length]).flatMap((row) =>
    row ? [sendHostile(program.url, row.request).catch(() => undefined)] : [],
  );
  const body = '{"query":"{ dataVersion }"}';
  const headers = { 'content-type': 'application/json' };
  const times: number[] = [];
  for (let index = 0; index < TIMES; index += 1) {
    const request = { kind: 'whole', method: 'POST', path: '/graphql', headers, body } as const;
    times.push(await timeOf(inOtherWords(request, index)));
  }
  await Promise.race([Promise.all(open), new Promise((resolve) => setTimeout(resolve, 45_000))]);
  return times;
}

/** Memory before and after. What was timed before has filled what is bounded and kept for good. */
async function measureGrowth(rows: readonly HostileRow[]) {
  const pass = async (count: number) => {
    let next = 0;
    const work = async () => {
      while (next < count) {
        const index = next;
        next += 1;
        const row = rows[index % rows.length];
        if (row) await sendHostile(program.url, inOtherWords(row.request, index), agent);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  };
  tell('memory');
  const before = await program.memory();
  await pass(TOGETHER);
  return { before, after: await program.memory() };
}
