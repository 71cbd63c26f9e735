import { createServer } from 'node:net';

/** A TCP port of 127.0.0.1 that nothing listens on: the preferred one if it is free. */
export async function findFreePort(preferred = 0): Promise<number> {
  return (await tryPort(preferred)) ?? ((await tryPort(0)) as number);
}

function tryPort(wanted: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : null;
      probe.close(() => resolve(port));
    });
  });
}
