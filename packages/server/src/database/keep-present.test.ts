import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { keepPresent } from './keep-present.ts';
import type { Presence } from './presence.ts';

/** A presence that ends when it is told to. */
function fake(): Presence & { end(): void } {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  return { session: new pg.Client(), ended, end };
}

const never = () => false;

it('is taken up again each time it ends, and the last one is given back', async () => {
  const [first, second, third] = [fake(), fake(), fake()];
  const again = vi.fn().mockResolvedValueOnce(second).mockResolvedValueOnce(third);
  const kept = keepPresent(first, again, never);
  first.end();
  await expect.poll(() => again.mock.calls.length).toBe(1);
  second.end();
  await expect.poll(() => again.mock.calls.length).toBe(2);
  expect(await kept.release()).toBe(third);
});

it('is tried again after a while, and lost with the last reason when nothing helps', async () => {
  const first = fake();
  const again = vi.fn().mockRejectedValue(new Error('no room'));
  const kept = keepPresent(first, again, never);
  first.end();
  expect((await kept.lost).message).toBe('no room');
  expect(again).toHaveBeenCalledTimes(4);
  expect(await kept.release()).toBeNull();
});

it('is lost at once when the reason is final', async () => {
  const first = fake();
  const again = vi.fn().mockRejectedValue(new Error('moved'));
  const kept = keepPresent(first, again, () => true);
  first.end();
  expect((await kept.lost).message).toBe('moved');
  expect(again).toHaveBeenCalledTimes(1);
});

it('is no longer taken up once released, also between two attempts', async () => {
  const first = fake();
  const again = vi.fn().mockRejectedValue(new Error('not yet'));
  const kept = keepPresent(first, again, never);
  first.end();
  await expect.poll(() => again.mock.calls.length).toBe(1);
  expect(await kept.release()).toBeNull();
  expect(again).toHaveBeenCalledTimes(1);
});
