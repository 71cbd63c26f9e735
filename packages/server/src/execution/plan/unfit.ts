/** Thrown where a plan meets anything that it does not know how to answer, errors included: graphql-js does. */
export class Unfit extends Error {
  override name = 'Unfit';

  constructor(reason: string) {
    super(`Left to graphql-js: ${reason}`);
  }
}
