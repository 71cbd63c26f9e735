import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { succeed } from './run.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const vite = path.join(
  path.dirname(createRequire(path.join(examples, 'website/package.json')).resolve('vite/package.json')),
  'bin/vite.js',
);
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
};

/** An example page, built and served from a folder of any web server. */
export type Website = { readonly port: number; close(): Promise<void> };

export async function startWebsite(example = 'website'): Promise<Website> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'reintegration-website-'));
  await succeed(process.execPath, [vite, 'build', '--outDir', folder], {
    cwd: path.join(examples, example),
  });
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const name = pathname === '/results/' ? 'index.html' : path.basename(pathname);
    const file = path.join(folder, name === 'index.html' ? '' : 'assets', name);
    const text = await readFile(file).catch(() => null);
    response.writeHead(text === null ? 404 : 200, {
      'content-type': TYPES[path.extname(name)] ?? 'text/plain',
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { port: (server.address() as AddressInfo).port, close };
}
