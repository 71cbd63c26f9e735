import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Types } from '@graphql-codegen/plugin-helpers';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type Kind,
  type OperationDefinitionNode,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql';

/** A definition, and what its file says of it. */
export type Found<Node> = { readonly node: Node; readonly comment: string };

/** The definitions of a kind, in the order of their files. */
export function definitionsOf(
  files: readonly Types.DocumentFile[],
  kind: Kind,
): Found<DocumentNode['definitions'][number]>[] {
  return files
    .flatMap(({ document, location = '' }) =>
      (document?.definitions ?? []).map((node) => ({ node, comment: leadingComment(location), location })),
    )
    .filter(({ node }) => node.kind === kind)
    .sort((a, b) => a.location.localeCompare(b.location, 'en'));
}

/** The parser drops comments, so that the file itself is asked. */
function leadingComment(location: string): string {
  const lines = readFileSync(location, 'utf8').split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^#\s?/, ''))
    .join('\n');
}

/** An operation with the fragments that it needs, as it is sent. */
export function sourceOf(
  node: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): string {
  return stripIgnoredCharacters([node, ...usedBy(node, fragments)].map(print).join('\n'));
}

/** SHA-256, in hexadecimal: the name that a gateway knows a document by. */
export function hashOf(source: string): string {
  return createHash('sha256').update(source).digest('hex');
}

function usedBy(
  node: OperationDefinitionNode | FragmentDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): FragmentDefinitionNode[] {
  const names = new Set<string>();
  visit(node, { FragmentSpread: ({ name }) => void names.add(name.value) });
  const direct = fragments.filter(({ name }) => names.has(name.value));
  return [...new Set(direct.flatMap((fragment) => [fragment, ...usedBy(fragment, fragments)]))];
}
