import fc from 'fast-check';

/** Decides whatever there is to decide, number by number; once they are used up, for what comes first. */
export type Decide = (choices: number) => number;

/** Numbers that an operation is made of. */
export const decisions = fc.array(fc.nat(999_983), { minLength: 10, maxLength: 250, size: 'max' });

/** Makes decisions of numbers: small ones make small operations, so that a failure shrinks. */
export function decideBy(numbers: readonly number[]): Decide {
  let next = 0;
  return (choices) => {
    const number = numbers[next] ?? 0;
    next += 1;
    return number % choices;
  };
}
