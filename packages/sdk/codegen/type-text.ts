import {
  type GraphQLInputType,
  type GraphQLNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';

/** First line of each file that is written. */
export const HEAD =
  '// Written by `pnpm generate` from the contract and from operations/*.graphql. Do not edit.\n';

/** Scalars that need no name of their own: GraphQL's, and one whose name the platform has taken. */
const PLAIN: Readonly<Record<string, string>> = {
  Boolean: 'boolean',
  Float: 'number',
  ID: 'string',
  Int: 'number',
  String: 'string',
  URL: 'string',
};

/** What the other scalars of the contract are in JSON. A new one must be added here. */
const SCALARS: Readonly<Record<string, string>> = {
  Country: 'string',
  Currency: 'string',
  DateTime: 'string',
  Decimal: 'string',
  LanguageTag: 'string',
  Latitude: 'number',
  Longitude: 'number',
  PartialDate: 'string',
};

/** Whether a scalar is told without a name of its own. */
export function isPlain(name: string): boolean {
  return name in PLAIN;
}

/** @throws Error when the contract has a scalar that nobody has said a type for */
export function scalarText(name: string): string {
  const text = SCALARS[name];
  if (text === undefined) throw new Error(`Scalar ${name}: say in codegen/type-text.ts what it is in JSON.`);
  return text;
}

/** The name under which code refers to a scalar, an enum or an input of the contract. */
export function nameText(type: GraphQLNamedType): string {
  return PLAIN[type.name] ?? type.name;
}

/** The name of an answer's leaf: enums are open there, for the values that a later contract adds. */
export function leafText(type: GraphQLNamedType): string {
  if (isEnumType(type)) return `Open<${type.name}>`;
  if (isScalarType(type)) return nameText(type);
  throw new Error(`${type.name} needs fields.`);
}

/** A member of an object that goes to the gateway: what may be null may be absent or undefined too. */
export function inputMemberText(name: string, type: GraphQLInputType, hasDefault: boolean): string {
  const isOptional = !isNonNullType(type) || hasDefault;
  const text = inputText(isNonNullType(type) ? type.ofType : type);
  return isOptional ? `${name}?: ${text} | null | undefined;` : `${name}: ${text};`;
}

function inputText(type: GraphQLInputType): string {
  if (isNonNullType(type)) return inputText(type.ofType);
  if (!isListType(type)) return nameText(type);
  const item = inputText(type.ofType);
  return isNonNullType(type.ofType) ? `readonly ${item}[]` : `readonly (${item} | null)[]`;
}

/** What is said of `__typename`, which the contract has without a word. */
export const TYPENAME_COMMENT = 'Name of its type in the contract.';

/** A comment in front of a declaration, or nothing. */
export function commentText(
  text: string | null | undefined,
  indent: string,
  deprecation?: string | null | undefined,
): string {
  const lines = [...(text ?? '').trim().split('\n'), ...(deprecation ? [`@deprecated ${deprecation}`] : [])]
    .map((line) => line.trim().replaceAll('*/', '*\\/'))
    .filter((line) => line !== '');
  const [only, ...more] = lines;
  if (only === undefined) return '';
  if (more.length === 0) return `${indent}/** ${only} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`;
}
