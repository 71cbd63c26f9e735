import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, succeed } from './run.ts';
import { findProgram } from './runtime/program.ts';

const sdkDirectory = fileURLToPath(new URL('../../packages/sdk', import.meta.url));

/** An empty project on a stranger's machine, with the packed SDK installed and nothing else. */
export type Stranger = {
  readonly directory: string;
  /** The archive that was installed. */
  readonly archive: string;
  write(name: string, text: string): Promise<string>;
  remove(): Promise<void>;
};

/** Packs the built SDK as it would be published and installs it, without a registry: it depends on nothing. */
export async function createStranger(): Promise<Stranger> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'reintegration-stranger-'));
  await succeed('npx', ['-y', 'pnpm@12', 'pack', '--pack-destination', directory], { cwd: sdkDirectory });
  const [name = ''] = (await readdir(directory)).filter((file) => file.endsWith('.tgz'));
  const archive = path.join(directory, name);
  const write = async (file: string, text: string) => {
    await writeFile(path.join(directory, file), text);
    return path.join(directory, file);
  };
  await write('package.json', '{ "private": true }');
  await succeed('npm', ['install', '--offline', '--no-audit', '--no-fund', archive], { cwd: directory });
  return { directory, archive, write, remove: () => rm(directory, { recursive: true, force: true }) };
}

/** The versions of Node that are promised, and every other one on this machine. */
export async function listNodes(): Promise<{ readonly version: string; readonly program: string }[]> {
  const { stdout } = await run('which', ['-a', 'node']);
  const promised = (['Node 20', 'Node 22', 'Node 24'] as const).map((name) => findProgram(name)?.file ?? '');
  const nodes = new Map<string, string>();
  for (const program of [...promised, process.execPath, ...stdout.split('\n')]) {
    if (program === '') continue;
    const version = (await succeed(program, ['--version'])).trim();
    if (!nodes.has(version)) nodes.set(version, program);
  }
  return [...nodes].map(([version, program]) => ({ version, program }));
}
