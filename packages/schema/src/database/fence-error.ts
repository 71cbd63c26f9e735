/** Why records of people would not be guarded, so that nothing may be served. */
export class FenceError extends Error {
  override readonly name = 'FenceError';

  /** @param found - what is broken, as a clause */
  constructor(found: string) {
    super(
      `The fence around records of people is broken: ${found}. Nothing is served until it is whole. ` +
        'The migrations of this version say how it has to be.',
    );
  }
}
