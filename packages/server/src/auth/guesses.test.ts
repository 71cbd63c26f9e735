import { describe, expect, it } from 'vitest';
import { createGuesses } from './guesses.ts';

/** A bound with a clock of its own, and what was looked up. */
function useGuesses() {
  let now = 0;
  let looks = 0;
  const guesses = createGuesses(() => now);
  const guess = (address: string) =>
    guesses.attempt(address, async () => {
      looks += 1;
      return null;
    });
  return {
    guess,
    succeed: (address: string) => guesses.attempt(address, async () => 'found'),
    looks: () => looks,
    pass: (seconds: number) => {
      now += 1_000 * seconds;
    },
  };
}

describe('look-ups of keys that were never seen', () => {
  it('are bounded for each address, and come back with time', async () => {
    const { guess, looks, pass } = useGuesses();
    for (let time = 0; time < 100; time += 1) await guess('a');
    expect(looks()).toBe(20);
    pass(1);
    for (let time = 0; time < 100; time += 1) await guess('a');
    expect(looks()).toBe(25);
    pass(3_600);
    for (let time = 0; time < 100; time += 1) await guess('a');
    expect(looks()).toBe(45);
  });

  it('of one address leave those of others as they are, up to a bound for all', async () => {
    const { guess, succeed, looks } = useGuesses();
    for (let time = 0; time < 100; time += 1) await guess('a');
    expect(await succeed('a')).toBeNull();
    expect(await succeed('b')).toBe('found');
    for (let address = 0; address < 1_000; address += 1) await guess(`address ${address}`);
    expect(looks()).toBe(200);
    expect(await succeed('c')).toBeNull();
  });

  it('that find somebody count for nothing, however many there are at once', async () => {
    const { succeed } = useGuesses();
    const found = await Promise.all(Array.from({ length: 500 }, () => succeed('a')));
    expect(new Set(found)).toEqual(new Set(['found']));
  });

  it('run four at a time, so that guessing at once passes the bound by three at most', async () => {
    const { guess, looks } = useGuesses();
    await Promise.all(Array.from({ length: 500 }, () => guess('a')));
    expect(looks()).toBeLessThanOrEqual(23);
  });

  it('that fail leave their place to the next', async () => {
    const guesses = createGuesses();
    const broken = () => guesses.attempt('a', () => Promise.reject(new Error('away')));
    for (let time = 0; time < 10; time += 1) await expect(broken()).rejects.toThrow('away');
    expect(await guesses.attempt('a', async () => 'found')).toBe('found');
  });
});
