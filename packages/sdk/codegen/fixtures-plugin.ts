import type { PluginFunction } from '@graphql-codegen/plugin-helpers';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { commentText, HEAD, inputMemberText, isPlain, leafText, TYPENAME_COMMENT } from './type-text.ts';

/** Writes what a test may give of each type of the contract. */
export const plugin: PluginFunction = (schema) => {
  const types = Object.values(schema.getTypeMap()).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const texts = [fixturesText(schema), ...types.map((type) => typeText(schema, type))].filter(Boolean);
  return [HEAD, importText(schema, texts.join('\n')), ...texts].join('\n');
};

function importText(schema: GraphQLSchema, text: string): string {
  const words = new Set(text.replaceAll(/\/\*\*[\s\S]*?\*\//g, '').match(/\w+/g));
  const names = Object.values(schema.getTypeMap())
    .filter((type) => (isLeafType(type) || isInputType(type)) && !isPlain(type.name) && words.has(type.name))
    .map(({ name }) => `  ${name},\n`)
    .sort();
  return [
    "import type { Open } from '../operation.ts';\n",
    "import type { Answered, Localized } from '../testing/fixture.ts';\n",
    `import type {\n${names.join('')}} from './contract.ts';\n`,
  ].join('');
}

/** What may be listed: what the contract itself has lists of. */
function fixturesText(schema: GraphQLSchema): string {
  const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    const item = itemOf(field.type);
    return item && isObjectType(item) ? [{ field, item }] : [];
  });
  const members = lists.map(
    ({ field, item }) =>
      `${commentText(field.description, '  ')}  readonly ${field.name}?: readonly ${item.name}Fixture[] | undefined;\n`,
  );
  return `/** The records of a test, by the lists that the contract has. */\nexport type Fixtures = {\n${members.join('')}};\n`;
}

const TYPENAME = commentText(TYPENAME_COMMENT, '      ');

function typeText(schema: GraphQLSchema, type: GraphQLNamedType): string {
  if (isRoot(schema, type) || type.name.startsWith('__') || isPaging(type)) return '';
  const comment = commentText(type.description, '');
  if (isAbstractType(type)) {
    const names = schema.getPossibleTypes(type).map(({ name }) => name);
    const variants = names.map(
      (name) => `  | (${name}Fixture & {\n${TYPENAME}      readonly __typename: '${name}';\n    })`,
    );
    return `${comment}export type ${type.name}Fixture =\n${variants.join('\n')};\n`;
  }
  if (!isObjectType(type)) return '';
  const members = Object.values(type.getFields()).map(memberText).join('');
  const typename = `${commentText(TYPENAME_COMMENT, '  ')}  readonly __typename?: '${type.name}' | undefined;\n`;
  return `${comment}export type ${type.name}Fixture = {\n${typename}${members}};\n`;
}

function memberText(field: GraphQLField<unknown, unknown>): string {
  const comment = commentText(field.description, '  ', field.deprecationReason);
  return `${comment}  readonly ${field.name}?: ${answered(field)} | undefined;\n`;
}

function answered({ type, args }: GraphQLField<unknown, unknown>): string {
  const isOptional = !isNonNullType(type);
  const hasLocale = args.some(({ name }) => name === 'locale');
  const given = valueText(isNonNullType(type) ? type.ofType : type);
  const value = `${hasLocale ? `Localized<${given}>` : given}${isOptional ? ' | null' : ''}`;
  const others = args.filter(({ name }) => name !== 'locale');
  if (others.length === 0) return value;
  const members = others.map(
    (arg) =>
      `${commentText(arg.description, '    ')}    readonly ${inputMemberText(arg.name, arg.type, arg.defaultValue !== undefined)}\n`,
  );
  return `Answered<${value}, {\n${members.join('')}  }>`;
}

function valueText(type: GraphQLOutputType): string {
  if (isNonNullType(type)) return valueText(type.ofType);
  const item = itemOf(type);
  if (item === null) {
    const named = getNamedType(type);
    return isLeafType(named) ? leafText(named) : `${named.name}Fixture`;
  }
  const text = isLeafType(item) ? leafText(item) : `${item.name}Fixture`;
  return isEnumType(item) ? `readonly (${text})[]` : `readonly ${text}[]`;
}

/** What a list or a connection holds; null for what is neither. */
function itemOf(type: GraphQLOutputType): GraphQLNamedType | null {
  if (isNonNullType(type)) return itemOf(type.ofType);
  if (isListType(type)) return getNamedType(type);
  const fields = isObjectType(type) && isPaging(type) ? type.getFields() : {};
  return fields.nodes ? getNamedType(fields.nodes.type) : null;
}

/** Connections and what they are made of: a test gives lists. */
function isPaging(type: GraphQLNamedType): boolean {
  if (!isObjectType(type)) return false;
  const { pageInfo, cursor, hasNextPage } = (type as GraphQLObjectType).getFields();
  return Boolean(pageInfo || cursor || hasNextPage);
}

function isRoot(schema: GraphQLSchema, type: GraphQLNamedType): boolean {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(
    type as GraphQLObjectType,
  );
}
