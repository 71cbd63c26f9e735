import {
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isEnumType,
  isObjectType,
} from 'graphql';
import { contractSchema } from './contract.ts';
import { leafOf } from './leaf.ts';
import { quote } from './refusal.ts';

/** @throws TypeError when a value is none of a scalar or an enum */
export function checkLeaf(type: GraphQLLeafType, value: unknown, where: string): unknown {
  const { fits, expected } = leafOf(type);
  if (fits(value)) return value;
  throw new TypeError(`${where} is ${quote(value)}. Expected ${expected}.`);
}

/** @throws TypeError when a text is given for a language that the contract has not */
export function checkLocale(locale: string, where: string): void {
  const type = contractSchema().getType('Locale');
  const known = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
  if (!known.includes(locale)) throw unknownName(`${where}.${locale}`, 'Locale', known);
}

/**
 * The type of the record that a fixture gives: told by `__typename` where a field has several.
 *
 * @throws TypeError
 */
export function concreteType(named: GraphQLNamedType, fixture: unknown, where: string): GraphQLObjectType {
  if (!isObject(fixture)) {
    throw new TypeError(`${where} is ${quote(fixture)}. Expected fields of ${named.name}.`);
  }
  const { __typename: told = isObjectType(named) ? named.name : undefined } = fixture as Told;
  const types = isObjectType(named)
    ? [named]
    : contractSchema().getPossibleTypes(named as GraphQLAbstractType);
  const type = types.find(({ name }) => name === told);
  if (type) return type;
  const names = types.map(({ name }) => `"${name}"`).join(' or ');
  throw new TypeError(`${where}.__typename is ${quote(told)}. Expected ${names}.`);
}

type Told = { readonly __typename?: unknown };

/** What to throw for a name that the contract has not. */
export function unknownName(where: string, type: string, known: readonly string[]): TypeError {
  return new TypeError(`${where}: ${type} has no such name. Expected one of ${known.join(', ')}.`);
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
