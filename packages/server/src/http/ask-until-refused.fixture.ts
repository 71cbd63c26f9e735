import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Asks over a connection of its own; tells the status, or how it failed. */
export function ask(port: number, path = '/'): Promise<string> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      response.resume().on('end', () => resolve(String(response.statusCode)));
      response.on('error', ({ message }) => resolve(message));
    });
    request.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? ''));
  });
}

/**
 * Has many ask, each again as soon as it is answered, until no connection is taken any more.
 *
 * @param stop - has the server stop, while they ask
 * @returns everything that came of it
 */
export async function askUntilRefused(
  port: number,
  path: string,
  stop: () => Promise<void>,
): Promise<readonly string[]> {
  const seen = new Set<string>();
  const asking = Array.from({ length: 40 }, async () => {
    for (let answer = ''; answer !== 'ECONNREFUSED'; seen.add(answer)) answer = await ask(port, path);
  });
  await sleep(100);
  await stop();
  await Promise.all(asking);
  return [...seen].sort();
}
