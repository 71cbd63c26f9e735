import type { PluginFunction } from '@graphql-codegen/plugin-helpers';
import { parse, print, printSchema, stripIgnoredCharacters, visit } from 'graphql';
import { HEAD } from './type-text.ts';

/** Writes the contract as one text for programs. What it says to readers is left out: they have the types. */
export const plugin: PluginFunction = (schema) => {
  const document = visit(parse(printSchema(schema), { noLocation: true }), {
    enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
  });
  const text = stripIgnoredCharacters(print(document));
  return `${HEAD}\n/** The contract, without descriptions. */\nexport const contractText =\n  '${text.replaceAll("'", "\\'")}';\n`;
};
