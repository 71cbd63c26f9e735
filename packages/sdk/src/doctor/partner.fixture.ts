import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { buildSchema, graphql } from 'graphql';
import { onTestFinished } from 'vitest';
import type { Curated } from './check-imports.ts';
import { contract } from './contract.fixture.ts';
import { runDoctor } from './run.ts';

/** Writes a partner's sources for one test; answers their folder. */
export async function plant(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-doctor-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

/** What the program left behind. */
export type Outcome = { readonly code: number; readonly stdout: string; readonly stderr: string };

const NOTHING: Curated = { exports: {}, texts: {} };

/** Runs the program as an installed version with this contract would. */
export async function run(
  args: readonly string[],
  installed: { readonly contract?: string; readonly curated?: Curated; readonly isWatched?: boolean } = {},
): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  const code = await runDoctor(args, {
    version: '0.4.0',
    contract: installed.contract ?? contract,
    curated: installed.curated ?? NOTHING,
    print: (text) => {
      stdout += text;
    },
    complain: (text) => {
      stderr += text;
    },
    isWatched: installed.isWatched ?? false,
  });
  return { code, stdout, stderr };
}

/** Runs the program on a partner's sources; answers what it found, with places as `src/a.ts:1:2`. */
export async function findIn(
  files: Readonly<Record<string, string>>,
  installed?: Parameters<typeof run>[1] & { readonly url?: string },
): Promise<string[]> {
  const folder = await plant(files);
  const url = installed?.url ? ['--url', installed.url] : [];
  const { stdout, stderr } = await run(['doctor', folder, '--json', ...url], installed);
  if (stderr !== '') throw new Error(stderr);
  const { findings } = JSON.parse(stdout) as { findings: readonly Record<string, unknown>[] };
  return findings.map(({ file, line, column, severity, what, replacement }) => {
    const name = path.relative(folder, String(file));
    return [`${name}:${line}:${column}`, severity, what, ...(replacement === null ? [] : [replacement])].join(
      ' ',
    );
  });
}

/** Serves something for one test; answers its address. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

/** A gateway with this contract and no data. */
export function serveContract(text: string): Promise<string> {
  const schema = buildSchema(text);
  return serve(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    response.end(JSON.stringify(await graphql({ schema, source: JSON.parse(body).query })));
  });
}
