import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openEmbeddedPostgres } from '../../packages/server/src/database/embedded-postgres.ts';
import { revise } from '../../testing/revise.ts';
import { median } from './median.ts';

const STREAMS = Number(process.argv[2] ?? 5_000);
const PUBLICATIONS = 10;
const BODY = '{"query":"subscription { figuresChanged { dataVersion asOf } }"}';
const HEAD = [
  'POST /graphql HTTP/1.1',
  'host: localhost',
  'accept: text/event-stream',
  'content-type: application/json',
  `content-length: ${BODY.length}`,
].join('\r\n');

const cli = fileURLToPath(new URL('../../packages/server/dist/cli.js', import.meta.url));
const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-streams-'));
await chmod(folder, 0o755);
const postgres = await openEmbeddedPostgres(folder, (step) => process.stderr.write(`  ${step} …\n`));
const pool = new pg.Pool({ connectionString: postgres.url });
const gateway = await startServer(postgres.url);
const sockets: Socket[] = [];
try {
  const before = await memoryMb(gateway.process);
  const seen = new Map<number, number>();
  for (let opened = 0; opened < STREAMS; opened += 250) {
    const count = Math.min(250, STREAMS - opened);
    const more = await Promise.all(Array.from({ length: count }, () => openStream(gateway.port, seen)));
    sockets.push(...more);
    process.stderr.write(`  ${sockets.length} of ${STREAMS} streams\n`);
  }
  await until(() => seen.get(1) === STREAMS);
  const opened = await memoryMb(gateway.process);
  const { rows } = await pool.query<{ key: string }>('SELECT key FROM measurement ORDER BY key LIMIT 1');
  const times: number[] = [];
  for (let version = 2; version < 2 + PUBLICATIONS; version += 1) {
    await revise(pool, { key: rows[0]?.key ?? '' });
    const committedAt = performance.now();
    await until(() => seen.get(version) === STREAMS);
    times.push(performance.now() - committedAt);
  }
  const table = [
    '# Streams',
    '',
    `${STREAMS} open streams on one gateway, Node ${process.versions.node}; readers in another process of the same machine.`,
    '',
    '| what | measured |',
    '|---|---|',
    `| from commit until the last reader has the event, median of ${PUBLICATIONS} | ${median(times).toFixed(0)} ms |`,
    `| the slowest of ${PUBLICATIONS} | ${Math.max(...times).toFixed(0)} ms |`,
    `| memory of the gateway before the streams | ${before.toFixed(0)} MB |`,
    `| with all streams open | ${opened.toFixed(0)} MB |`,
    `| after ${PUBLICATIONS} publications | ${(await memoryMb(gateway.process)).toFixed(0)} MB |`,
    `| each stream | ${(((opened - before) * 1024) / STREAMS).toFixed(1)} KB |`,
    '',
  ].join('\n');
  await writeFile(new URL('../results/streams.md', import.meta.url), table);
  process.stdout.write(`\n${table}`);
} finally {
  for (const socket of sockets) socket.destroy();
  await pool.end();
  gateway.process.kill('SIGTERM');
  await once(gateway.process, 'exit');
  await postgres.close();
  await rm(folder, { recursive: true, force: true });
}

async function startServer(url: string): Promise<{ readonly process: ChildProcess; readonly port: number }> {
  const env = { PATH: process.env.PATH, DATABASE_URL: url, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [cli, 'serve'], { env, stdio: ['ignore', 'inherit', 'pipe'] });
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  await until(() => printed.includes('Stop with Ctrl-C') || child.exitCode !== null);
  const [, port] = /http:\/\/[^/\s]+:(\d+)\//.exec(printed) ?? [];
  if (port === undefined) throw new Error(`The gateway did not start:\n${printed}`);
  return { process: child, port: Number(port) };
}

/** Opens a stream, and counts for each version how many streams have told it. */
async function openStream(port: number, seen: Map<number, number>): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.setEncoding('latin1').on('data', (text: string) => {
    for (const [, id] of text.matchAll(/id: (\d+)\n/g)) seen.set(Number(id), (seen.get(Number(id)) ?? 0) + 1);
  });
  await once(socket, 'connect');
  socket.write(`${HEAD}\r\n\r\n${BODY}`);
  return socket;
}

/** Resident memory of a process, as Linux tells it. */
async function memoryMb({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error('It took more than a minute');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
