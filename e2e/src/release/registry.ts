import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../run.ts';

/** An npm registry on this machine alone, which gets what it lacks from the machine's own. */
export type Registry = {
  readonly url: string;
  /** Lets its owner publish. */
  readonly token: string;
  /** The last lines that it printed. */
  tail(): string;
  close(): Promise<void>;
};

/** Starts a registry that keeps everything in a folder. */
export async function startRegistry(folder: string): Promise<Registry> {
  const config = path.join(folder, 'registry.yaml');
  // JSON is YAML.
  await writeFile(config, JSON.stringify(configure(folder, await findRegistry()), null, 2));
  const program = fileURLToPath(new URL('registry-server.ts', import.meta.url));
  const env = { ...process.env, ...(await findAuthority()) };
  const child = fork(program, [config], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env });
  const lines = collectLines(child);
  const tail = () => lines.slice(-40).join('\n');
  const ended = once(child, 'exit');
  const close = async () => {
    if (child.connected) child.disconnect();
    await ended;
  };
  const started = once(child, 'message').then(([port]) => `http://127.0.0.1:${port}/`);
  const failed = ended.then(() => Promise.reject(new Error(`The registry did not start:\n${tail()}`)));
  const url = await Promise.race([started, failed]);
  // Once it has started, its end is no error.
  failed.catch(() => undefined);
  return { url, token: await signUp(url), tail, close };
}

/**
 * The registry that npm is set to here.
 *
 * @throws Error when it does not answer
 */
export async function findRegistry(set?: string): Promise<string> {
  const registry = set ?? (await run('npm', ['config', 'get', 'registry'])).stdout.trim();
  const ask = [
    'view',
    'graphql@16',
    'version',
    `--registry=${registry}`,
    '--fetch-retries=0',
    '--prefer-online',
  ];
  const { code, stderr } = await run('npm', ask);
  if (code !== 0)
    throw new Error(
      `The npm registry ${registry} does not answer, and the rehearsal of a release installs from it as strangers would. ` +
        `Set another by "npm config set registry", or connect this machine.\n${stderr}`,
    );
  return registry;
}

/** Whom npm trusts here beside the usual authorities, as Node is told so. */
async function findAuthority(): Promise<Record<string, string>> {
  const file = (await run('npm', ['config', 'get', 'cafile'])).stdout.trim();
  return file === '' || file === 'null' ? {} : { NODE_EXTRA_CA_CERTS: file };
}

function configure(folder: string, uplink: string) {
  return {
    storage: path.join(folder, 'registry'),
    auth: { htpasswd: { file: path.join(folder, 'users') } },
    // One answer that fails must not have it give the machine's registry up for minutes, as it would by itself.
    uplinks: { npm: { url: uplink, timeout: '60s', max_fails: 1_000, fail_timeout: '1s' } },
    packages: {
      // Never asked of the machine's registry: what is rehearsed may be there in other versions.
      '@reintegration/*': { access: '$all', publish: '$authenticated' },
      '**': { access: '$all', proxy: 'npm' },
    },
    max_body_size: '100mb',
    web: { enable: false },
    log: { type: 'stdout', format: 'pretty', level: 'http', colors: false },
  };
}

function collectLines({ stdout, stderr }: ChildProcess): readonly string[] {
  const lines: string[] = [];
  for (const output of [stdout, stderr])
    output?.setEncoding('utf8').on('data', (text: string) => lines.push(...text.trimEnd().split('\n')));
  return lines;
}

async function signUp(url: string): Promise<string> {
  const response = await fetch(`${url}-/user/org.couchdb.user:rehearsal`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'rehearsal', password: crypto.randomUUID() }),
  });
  const { token } = (await response.json()) as { token?: string };
  if (token === undefined) throw new Error(`The registry gave no token, but status ${response.status}.`);
  return token;
}
