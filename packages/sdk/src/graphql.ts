/**
 * Queries of your own, with types that are read out of their text. Needs `gql.tada` while compiling, and nothing at
 * run time.
 *
 * @module \@reintegration/sdk/graphql
 */

import type { Document, Fragment } from './graphql/document.ts';

export type { Fragment, NotRunnable, ResultOf, Unreadable, VariablesOf } from './graphql/document.ts';

/** Stands between the parts of a document. GraphQL reads over commas, and nobody else writes these. */
const BETWEEN = '\n,,\n';

/**
 * Makes an operation, or a fragment, of a text: its types are read out of the text while compiling, by gql.tada
 * from the contract of this version. At run time it is nothing but the text, with those of the fragments.
 *
 * @param fragments the fragments that the text spreads; what these spread in turn comes along
 * @example
 * const Name = graphql(`fragment Name on City { code name }`);
 * const CityName = graphql(`query ($code: String!) { city(code: $code) { ...Name } }`, [Name]);
 * const { city } = await client.run(CityName, { code: 'novi-pazar' });
 */
export function graphql<const Text extends string, const Fragments extends readonly Fragment<unknown>[] = []>(
  text: Text,
  fragments?: Fragments,
): Document<Text, Fragments> {
  const parts = [text, ...(fragments ?? [])].flatMap((part) => String(part).split(BETWEEN));
  // Fragments that share a third one bring it along twice, and a document may have it once.
  return [...new Set(parts)].join(BETWEEN) as unknown as Document<Text, Fragments>;
}
