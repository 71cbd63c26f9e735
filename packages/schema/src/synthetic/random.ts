/** A stream of numbers that a seed decides. For making up data, not for secrets. */
export type Random = {
  /** A whole number below 2³². */
  bits(): number;
  /** A number from 0 up to 1. */
  unit(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  /** One of several, by their weights. */
  pick<Value>(choices: readonly (readonly [value: Value, weight: number])[]): Value;
  /** Whether something of this probability happens. */
  chance(probability: number): boolean;
};

/** Creates the stream of a seed, by Chris Doty-Humphrey's generator sfc32. */
export function createRandom(seed: number): Random {
  let [a, b, c, counter] = [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0, 0x5eed, 1];
  const bits = () => {
    const mixed = (((a + b) >>> 0) + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + mixed) >>> 0;
    return mixed;
  };
  // Seeds that are near each other have parted after some rounds.
  for (let round = 0; round < 20; round += 1) bits();
  const unit = () => bits() / 2 ** 32;
  return {
    bits,
    unit,
    between: (least, most) => least + Math.floor(unit() * (most - least + 1)),
    chance: (probability) => unit() < probability,
    pick: (choices) => {
      let left = unit() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of choices) {
        left -= weight;
        if (left < 0) return value;
      }
      const last = choices.at(-1);
      if (!last) throw new Error('There is nothing to choose from.');
      return last[0];
    },
  };
}
