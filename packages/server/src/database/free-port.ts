import { connect, createServer } from 'node:net';

/** A TCP port of 127.0.0.1 that nothing listens on: the preferred one if it is free. */
export async function findFreePort(preferred = 0): Promise<number> {
  return preferred !== 0 && (await isFree(preferred)) ? preferred : anyPort();
}

/** Asks by connecting: listening on it for a moment would make it look taken to another who asks at once. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect({ port, host: '127.0.0.1' });
    const answer = (free: boolean) => {
      probe.destroy();
      resolve(free);
    };
    probe.once('connect', () => answer(false)).once('error', () => answer(true));
  });
}

function anyPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
