import {
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Decide } from './decide.ts';
import type { KnownValues } from './known-values.ts';

/** One value in so many is wrong. */
const WRONG_IN = 20;

const TEXTS: Readonly<Record<string, readonly unknown[]>> = {
  search: ['a', 'pirot', 'Крушевац', 'sintet', 'nothing at all'],
  Int: [3, 2, 1, 5, 4],
  Boolean: [true, false],
  PartialDate: ['2023', '2023-06', '2023-06-30', '2020', '2024'],
};
const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  String: ['No Code', '', 'x\u0000y', '*', 7],
  Int: [0, 101, -1, 2_147_483_648, 1.5, '3'],
  ID: ['x', '', 'Q2l0eTo', 5],
  DateTime: ['2999-01-01T00:00:00.000Z', 'yesterday', '2023', 5],
  PartialDate: ['2023-13', 'soon', 2023],
};
const PAST = ['2000-01-01T00:00:00.000Z', '0001-06-01T00:00:00.000Z'];

/** Makes a value for an argument: one that something is found by, mostly. */
export function makeValue(
  type: GraphQLInputType,
  name: string,
  field: string,
  known: KnownValues,
  decide: Decide,
): unknown {
  const oneIn = (chances: number) => decide(chances) === chances - 1;
  const pick = (values: readonly unknown[]) => values[decide(values.length)];
  if (!isNonNullType(type) && oneIn(20)) return null;
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) {
    // A value stands for a list of it.
    if (oneIn(12)) return makeValue(inner.ofType, name, field, known, decide);
    return Array.from({ length: 1 + decide(3) }, () => makeValue(inner.ofType, name, field, known, decide));
  }
  const named = getNamedType(inner);
  const isWrong = oneIn(WRONG_IN);
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields()).filter((one) => isRequiredInputField(one) || oneIn(3));
    const values = fields.map((one) => [one.name, makeValue(one.type, one.name, field, known, decide)]);
    return { ...Object.fromEntries(values), ...(isWrong && { unknownField: 1 }) };
  }
  if (isEnumType(named)) return isWrong ? 'NONSENSE' : pick(named.getValues().map((one) => one.name));
  if (isWrong) return pick(WRONG[named.name] ?? [null]);
  if (named.name === 'ID') return pick(known.ids);
  if (named.name === 'DateTime') return pick([...known.instants, ...PAST]);
  if (name === 'after' || name === 'before') return pick(known.cursors[field] ?? ['x']);
  const codes = known.codes[name === 'code' ? field : name.replace(/s$/, '')];
  return pick(TEXTS[name] ?? TEXTS[named.name] ?? codes ?? ['x']);
}

/** A value as it stands in a document. Names of enums stand without quotes. */
export function literalOf(value: unknown, type: GraphQLInputType | string): string {
  const isEnum = (text: string) =>
    /^[A-Z][A-Z_]+$/.test(text) &&
    (typeof type === 'string' || text === 'NONSENSE' || isEnumWithin(type, text));
  if (Array.isArray(value)) return `[${value.map((one) => literalOf(one, type)).join(', ')}]`;
  if (typeof value === 'string') return isEnum(value) ? value : JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).map(([name, one]) => `${name}: ${literalOf(one, type)}`);
  return `{ ${fields.join(', ')} }`;
}

/** Whether the text names a value of the enum that the type is, or that a field of it is. */
function isEnumWithin(type: GraphQLInputType, text: string): boolean {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValue(text) !== undefined;
  return (
    isInputObjectType(named) && Object.values(named.getFields()).some((one) => isEnumWithin(one.type, text))
  );
}
