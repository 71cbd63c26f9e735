import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { measureSize } from './sdk/bundle.ts';
import { CLIENTS, type Client } from './sdk/client.ts';
import { type CountingServer, startCountingServer } from './sdk/counting-server.ts';
import { compareImports } from './sdk/import-time.ts';
import { measureInstallation } from './sdk/install.ts';
import { findLeaks } from './sdk/leaks.ts';
import { loadProgram } from './sdk/load.ts';
import type { Program } from './sdk/program.ts';
import { type Result, writeReport } from './sdk/report.ts';
import { countRequests, measureWait, type Wait } from './sdk/requests.ts';

const ROUNDS = 31;
const TRIES = 5;

type Servers = readonly [CountingServer, ...CountingServer[]];
type Measured = Omit<Result, 'importRatio'>;

async function measureWaits(
  program: Pick<Program, 'query' | 'connect'>,
  servers: Servers,
): Promise<readonly Wait[]> {
  return [await measureWait(program, servers, 1), await measureWait(program, servers, 2)];
}

async function measure(client: Client, servers: Servers, folder: string): Promise<Measured> {
  process.stderr.write(`  ${client.name} …\n`);
  const { retrying } = client;
  const program = await loadProgram<Program>(client.program, folder);
  const retries =
    retrying && (await loadProgram<{ connectRetrying: Program['connect'] }>(retrying.program, folder));
  return {
    client,
    query: await measureSize(client.program, 'query'),
    list: await measureSize(client.program, 'list'),
    requests: await countRequests(program, servers[0]),
    waits: await measureWaits(program, servers),
    retryingWaits: retries
      ? await measureWaits({ query: program.query, connect: retries.connectRetrying }, servers)
      : null,
    leaks: await findLeaks(program, servers[0]),
    installation: client.package === null ? null : await measureInstallation(client.package),
  };
}

/** Clients of one package are imported alike. */
async function measureImports(): Promise<ReadonlyMap<string | null, number>> {
  process.stderr.write('  imports …\n');
  const packages = new Map(CLIENTS.map(({ package: name, imports }) => [name, imports]));
  packages.delete(null);
  const ratios = await compareImports([...packages.values()], ROUNDS);
  return new Map([...packages.keys()].map((name, index) => [name, ratios[index] ?? Number.NaN]));
}

async function measureAll(servers: Servers, folder: string): Promise<string> {
  const measured: Measured[] = [];
  for (const client of CLIENTS) measured.push(await measure(client, servers, folder));
  const imports = await measureImports();
  const results = measured.map((result) => ({
    ...result,
    importRatio: imports.get(result.client.package) ?? null,
  }));
  return writeReport(results, { rounds: ROUNDS, tries: TRIES });
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-bench-sdk-'));
const others = await Promise.all(Array.from({ length: TRIES - 1 }, startCountingServer));
const servers: Servers = [await startCountingServer(), ...others];
try {
  const report = await measureAll(servers, folder);
  await writeFile(new URL('../results/sdk.md', import.meta.url), report);
  process.stdout.write(`\n${report}`);
} catch (error) {
  // Printed as it is, an error would bring along the line that it comes from: a whole bundle.
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exitCode = 1;
} finally {
  await Promise.all(servers.map((server) => server.close()));
  await rm(folder, { recursive: true, force: true });
}
process.exit();
