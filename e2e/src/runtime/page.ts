import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bundle } from './bundle.ts';

/** A page on an origin of its own that loads a bundle. */
export type BundlePage = {
  readonly url: string;
  /** Names of the scripts that were asked for, in order. */
  readonly loaded: readonly string[];
  close(): Promise<void>;
};

/** Serves a bundle as any web server would. */
export async function serveBundle({ files }: Bundle): Promise<BundlePage> {
  const loaded: string[] = [];
  const server = createServer(({ url = '/' }, response) => {
    const name = url.slice(1);
    const script = files.get(name);
    if (script !== undefined) loaded.push(name);
    const type = script === undefined ? 'text/html; charset=utf-8' : 'text/javascript';
    response.writeHead(script === undefined && name !== '' ? 404 : 200, { 'content-type': type });
    response.end(script ?? '<!doctype html><link rel="icon" href="data:,"><title>Page</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, loaded, close };
}
