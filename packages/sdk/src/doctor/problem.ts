/** Why nothing could be checked, for whoever called the program. */
export class Problem extends Error {
  override readonly name = 'Problem';
}
