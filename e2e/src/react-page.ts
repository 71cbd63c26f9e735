import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Website } from './website.ts';

/** A page of a React program that uses the built SDK, in React's development build: it complains of mistakes. */
export type ReactPage = Website & {
  /** What the page holds before its program runs, as a server would send it. */
  root: string;
};

export async function startReactPage(): Promise<ReactPage> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('react-app/main.tsx', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
    write: false,
  });
  const program = outputFiles[0]?.text ?? '';
  const server = createServer(({ url = '/' }, response) => {
    const isProgram = url === '/main.js';
    response.setHeader('content-type', isProgram ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(
      isProgram
        ? program
        : `<!doctype html><title>Figures</title><link rel="icon" href="data:,">${page.root}<script type="module" src="/main.js"></script>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page: ReactPage = {
    port: (server.address() as AddressInfo).port,
    root: '<div id="root"></div>',
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return page;
}
