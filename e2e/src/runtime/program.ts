import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A runtime as it was installed: which one exactly, and where its program is. */
export type Program = { readonly version: string; readonly file: string };

type Source = { readonly file: string; readonly packages: Readonly<Record<string, string>> };

const nodeSource = (major: number): Source => ({
  file: 'bin/node',
  packages: {
    'linux-x64': `node-${major}-linux-x64`,
    'linux-arm64': `node-${major}-linux-arm64`,
    'darwin-arm64': `node-${major}-darwin-arm64`,
  },
});

/** The packages of e2e/runtimes, by platform and processor. */
const SOURCES = {
  'Node 20': nodeSource(20),
  'Node 22': nodeSource(22),
  'Node 24': nodeSource(24),
  Deno: {
    file: 'deno',
    packages: {
      'linux-x64': '@deno/linux-x64-glibc',
      'linux-arm64': '@deno/linux-arm64-glibc',
      'darwin-arm64': '@deno/darwin-arm64',
    },
  },
  Bun: {
    file: 'bin/bun',
    packages: {
      'linux-x64': '@oven/bun-linux-x64',
      'linux-arm64': '@oven/bun-linux-aarch64',
      'darwin-arm64': '@oven/bun-darwin-aarch64',
    },
  },
  workerd: {
    file: 'bin/workerd',
    packages: {
      'linux-x64': '@cloudflare/workerd-linux-64',
      'linux-arm64': '@cloudflare/workerd-linux-arm64',
      'darwin-arm64': '@cloudflare/workerd-darwin-arm64',
    },
  },
} satisfies Record<string, Source>;

export type RuntimeName = keyof typeof SOURCES;

/** Where every runtime must be there, as this is where changes are accepted. */
const COMPLETE = 'linux-x64';

const installed = createRequire(fileURLToPath(new URL('../../runtimes/package.json', import.meta.url)));

/**
 * Finds a runtime on a platform; null when it has none there.
 *
 * @throws Error when it must have one
 */
export function findProgram(
  name: RuntimeName,
  platform = `${process.platform}-${process.arch}`,
  { resolve, read }: Pick<Installed, 'resolve' | 'read'> = fromNodeModules,
): Program | null {
  const { file, packages }: Source = SOURCES[name];
  const source = packages[platform];
  const manifest = source && resolve(`${source}/package.json`);
  if (manifest) return { version: read(manifest), file: path.join(path.dirname(manifest), file) };
  if (platform !== COMPLETE) return null;
  throw new Error(
    `${name} is not installed: expected ${source} in e2e/runtimes. Run "npx -y pnpm@12 install", and let it install what is optional.`,
  );
}

/** Looks packages up. */
type Installed = { resolve(name: string): string | null; read(manifest: string): string };

const fromNodeModules: Installed = {
  resolve(name) {
    try {
      return installed.resolve(name);
    } catch {
      return null;
    }
  },
  read: (manifest) => installed(manifest).version,
};
