import { minifyIntrospection, preprocessIntrospection } from '@gql.tada/internal';
import type { PluginFunction } from '@graphql-codegen/plugin-helpers';
import {
  type GraphQLNamedType,
  introspectionFromSchema,
  isEnumType,
  isInputType,
  isScalarType,
} from 'graphql';
import { HEAD, isPlain, leafText, nameText } from './type-text.ts';

/**
 * Writes the contract as gql.tada reads it. It takes one type for each name, but an enum is open in an answer and
 * closed in a variable, so that leaves and inputs are told apart.
 */
export const plugin: PluginFunction = (schema) => {
  const types = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const leaves = types.filter((type) => isScalarType(type) || isEnumType(type));
  const inputs = types.filter(isInputType);
  const imported = inputs.filter(({ name }) => !isPlain(name)).map(({ name }) => `  ${name},\n`);
  return [
    HEAD,
    `import type { Open } from '../operation.ts';\nimport type {\n${imported.join('')}} from './contract.ts';\n`,
    `/** The contract, in the form that gql.tada takes. */\nexport type Introspection = ${introspectionText(schema)};\n`,
    `/** What answers hold: scalars, and enums that may grow. */\nexport type Leaves = ${mapText(leaves, leafText)};\n`,
    `/** What variables take: scalars, the known values of enums, and inputs. */\nexport type Inputs = ${mapText(inputs, nameText)};\n`,
  ].join('\n');
};

function introspectionText(schema: Parameters<typeof introspectionFromSchema>[0]): string {
  return preprocessIntrospection(minifyIntrospection(introspectionFromSchema(schema)));
}

function mapText(types: readonly GraphQLNamedType[], textOf: (type: GraphQLNamedType) => string): string {
  return `{\n${types.map((type) => `  ${type.name}: ${textOf(type)};\n`).join('')}}`;
}
