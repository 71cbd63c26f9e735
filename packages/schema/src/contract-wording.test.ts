import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { expect, it } from 'vitest';
import { schema } from './schema.ts';

type Described = { readonly path: string; readonly description: string | null | undefined };

const argument =
  (path: string) =>
  ({ name, description }: GraphQLArgument | GraphQLInputField): Described => ({
    path: `${path}(${name}:)`,
    description,
  });

/** Everything of the contract that has a name, and what it says of itself. */
const everything: readonly Described[] = Object.values(schema.getTypeMap())
  .filter((type) => !isIntrospectionType(type))
  .flatMap((type): readonly Described[] => {
    const itself = { path: type.name, description: type.description };
    if (isEnumType(type))
      return [
        itself,
        ...type.getValues().map(({ name, description }) => ({ path: `${type.name}.${name}`, description })),
      ];
    if (isInputObjectType(type)) return [itself, ...Object.values(type.getFields()).map(argument(type.name))];
    if (!isObjectType(type) && !isInterfaceType(type)) return [itself];
    const fields = Object.values(type.getFields()).flatMap(({ name, description, args }) => [
      { path: `${type.name}.${name}`, description },
      ...args.map(argument(`${type.name}.${name}`)),
    ]);
    return [itself, ...fields];
  })
  // GraphQL's own, with words of its own.
  .filter(({ path }) => !['String', 'Int', 'Float', 'Boolean', 'ID'].includes(path));

const namesOf = (path: string) => path.split(/[.(:)]/).filter((name) => name !== '');

it('says of every type, field, argument and value what it is', () => {
  expect(everything.length).toBeGreaterThan(250);
  expect(everything.filter(({ description }) => !description?.trim()).map(({ path }) => path)).toEqual([]);
});

it('says it in whole sentences', () => {
  const unfinished = everything.filter(({ description }) => !/^[\p{Lu}`].*[.:]$/su.test(description ?? ''));
  expect(unfinished.map(({ path, description }) => `${path}: ${description}`)).toEqual([]);
});

it('names types, fields and values alike throughout', () => {
  const odd = everything.filter(({ path }) => {
    const [type = '', ...rest] = namesOf(path);
    const isEnum = isEnumType(schema.getType(type));
    return (
      !/^[A-Z][A-Za-z]*$/.test(type) ||
      !rest.every((name) => (isEnum ? /^[A-Z][A-Z0-9_]*$/ : /^[a-z][A-Za-z0-9]*$/).test(name))
    );
  });
  expect(odd).toEqual([]);
});

/** Whom a field says that it is for, or else its type. */
const scopeOf = (type: GraphQLObjectType, field: GraphQLField<unknown, unknown>) =>
  field.extensions.scope ?? type.extensions.scope;

it('leads to data of persons by nothing but what says that it is for partners', () => {
  const closed = /^(beneficiar(y|ies)|support|person|household|sex|birthYear|name(s)?OfPerson)/i;
  const fields = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));
  const found = fields.filter(
    ({ type, field }) =>
      // Counts that are protected may say whom they count.
      type.name !== 'StatisticsCell' &&
      [type.name, field.name, getNamedType(field.type).name].some((name) => closed.test(name)) &&
      scopeOf(type, field) !== 'PARTNER',
  );
  // What a project does for people, in general.
  expect(found.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual(['ProjectComponent.supports']);
});

it('has mutations that take one input, and answer what they did or why they did nothing', () => {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  expect(mutations.length).toBeGreaterThan(5);
  for (const { name, args, type } of mutations) {
    const pascal = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    expect(args.map((arg) => `${arg.name}: ${arg.type}`)).toEqual([`input: ${pascal}Input!`]);
    expect(String(type)).toBe(`${pascal}Payload!`);
    const payload = getNamedType(type);
    expect(isUnionType(payload) && payload.getTypes().map((member) => member.name)).toContain('InputRefused');
  }
});
