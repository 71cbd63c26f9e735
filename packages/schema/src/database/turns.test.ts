import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { BusyError, createTurns } from './turns.ts';

it('lets no more work at once than told, and everybody in the end', async () => {
  const turns = createTurns(2, 1_000);
  let running = 0;
  let most = 0;
  const done = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      turns(async () => {
        running += 1;
        most = Math.max(most, running);
        await sleep(2);
        running -= 1;
        if (index % 3 === 0) throw new Error('failed');
        return index;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(done.filter(({ status }) => status === 'rejected')).toHaveLength(7);
  expect(await turns(async () => 'still open')).toBe('still open');
});

it('tells whoever waits too long, and forgets it', async () => {
  const turns = createTurns(1, 20);
  let end = () => undefined as unknown;
  const first = turns(
    () =>
      new Promise((resolve) => {
        end = () => resolve('ended');
      }),
  );
  await expect(turns(async () => 'never')).rejects.toThrow(BusyError);
  end();
  expect(await first).toBe('ended');
  expect(await turns(async () => 'next')).toBe('next');
});
