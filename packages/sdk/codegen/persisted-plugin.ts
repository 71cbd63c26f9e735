import type { PluginFunction } from '@graphql-codegen/plugin-helpers';
import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode } from 'graphql';
import { definitionsOf, type Found, hashOf, sourceOf } from './documents.ts';

/** Writes the text of each operation by its hash, as Relay and graphql-codegen write their persisted documents. */
export const plugin: PluginFunction = (_schema, files) => {
  const operations = definitionsOf(files, Kind.OPERATION_DEFINITION) as Found<OperationDefinitionNode>[];
  const fragments = definitionsOf(files, Kind.FRAGMENT_DEFINITION) as Found<FragmentDefinitionNode>[];
  const sources = operations.map(({ node }) =>
    sourceOf(
      node,
      fragments.map((fragment) => fragment.node),
    ),
  );
  const documents = Object.fromEntries(sources.map((source) => [hashOf(source), source]));
  return `${JSON.stringify(documents, null, 2)}\n`;
};
