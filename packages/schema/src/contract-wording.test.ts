import {
  type GraphQLArgument,
  type GraphQLInputField,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
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

it('leads to no data of persons', () => {
  const closed = /^(beneficiar(y|ies)|support|statistics?|person|household|sex|birthYear|name(s)?OfPerson)/i;
  // What a project does for people, in general.
  const general = new Set(['ProjectComponent.supports', 'ProjectComponent.supports(locale:)']);
  // Counts that are protected, and the values that they are broken down by.
  const counted = /^(Query\.statistics(Releases)?|Statistics\w*|Sex|BeneficiaryCategory)([.(]|$)/;
  const found = everything.filter(
    ({ path }) =>
      !general.has(path) && !counted.test(path) && namesOf(path).some((name) => closed.test(name)),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

it('changes nothing: there is no mutation', () => {
  expect(schema.getMutationType()).toBeUndefined();
});
