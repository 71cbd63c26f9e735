import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isLeafType,
  isNonNullType,
} from 'graphql';
import { checkLeaf, checkLocale, concreteType, isObject, unknownName } from './check-fixture.ts';
import { isMany, itemTypeOf } from './contract.ts';
import { codeOf, type FixtureRecord, isRecord } from './record.ts';
import { quote } from './refusal.ts';

/** Where a fixture stands. */
export type Place = {
  readonly within: FixtureRecord | null;
  /** Name of the field that it is given for. */
  readonly field: string;
  /** The way there, for messages: `cities[0].district`. */
  readonly where: string;
};

/** One set of fixtures on its way into records. */
export type Entering = {
  /** The record that a fixture speaks of, and whether this very fixture was entered into it before. */
  find(
    type: GraphQLObjectType,
    fixture: object,
    place: Place,
  ): { readonly record: FixtureRecord; readonly isEntered: boolean };
  /** Fields that this set gave already. A later set may give them otherwise, the same may not. */
  readonly claimed: Map<FixtureRecord, Set<string>>;
};

/**
 * Reads a fixture into its record, and all that is given within it into theirs.
 *
 * @throws TypeError when it does not fit the contract
 */
export function enterFixture(
  entering: Entering,
  named: GraphQLNamedType,
  fixture: unknown,
  place: Place,
): FixtureRecord {
  const type = concreteType(named, fixture, place.where);
  const { record, isEntered } = entering.find(type, fixture as object, place);
  if (isEntered) return record;
  const fields = type.getFields();
  for (const [name, value] of Object.entries(fixture as object)) {
    if (name === '__typename' || value === undefined) continue;
    const where = `${place.where}.${name}`;
    const field = fields[name];
    if (!field) throw unknownName(where, type.name, Object.keys(fields));
    claim(
      entering,
      record,
      name,
      enterValue(entering, field, value, { within: record, field: name, where }),
      where,
    );
  }
  return record;
}

function claim(
  { claimed }: Entering,
  record: FixtureRecord,
  name: string,
  value: unknown,
  where: string,
): void {
  const names = claimed.get(record) ?? new Set();
  if (names.has(name) && !isSame(record.given.get(name), value)) {
    const found = `${where} is not what was given for ${record.type.name} "${codeOf(record)}" before`;
    throw new TypeError(`${found}. Give its "${name}" in one place.`);
  }
  claimed.set(record, names.add(name));
  record.given.set(name, value);
}

/**
 * Reads what is given for a field.
 *
 * @throws TypeError when it does not fit the contract
 */
export function enterValue(
  entering: Entering,
  { args, type }: GraphQLField<unknown, unknown>,
  value: unknown,
  place: Place,
): unknown {
  const item = itemTypeOf(type);
  if (value === null) {
    if (!isNonNullType(type)) return null;
    throw new TypeError(`${place.where} is null, which the contract rules out. Leave it out for a sample.`);
  }
  if (typeof value === 'function' && args.some(({ name }) => name !== 'locale')) return value;
  const enter = isMany(type) ? enterMany : enterOne;
  if (!(isObject(value) && args.some(({ name }) => name === 'locale')))
    return enter(entering, item, value, place);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, text]) => text !== undefined)
      .map(([locale, text]) => {
        checkLocale(locale, place.where);
        return [locale, enter(entering, item, text, place)];
      }),
  );
}

function enterMany(entering: Entering, item: GraphQLNamedType, value: unknown, place: Place): unknown {
  if (!Array.isArray(value)) throw new TypeError(`${place.where} is ${quote(value)}. Expected a list.`);
  return value.map((one, index) =>
    enterOne(entering, item, one, { ...place, where: `${place.where}[${index}]` }),
  );
}

function enterOne(entering: Entering, item: GraphQLNamedType, value: unknown, place: Place): unknown {
  if (isLeafType(item)) return checkLeaf(item, value, place.where);
  return enterFixture(entering, item, value, place);
}

/** Whether the same was given twice. Records that are known by their code are one and the same. */
function isSame(a: unknown, b: unknown): boolean {
  if (isRecord(a) && isRecord(b)) {
    return a === b || (a.type === b.type && isSame([...a.given].sort(), [...b.given].sort()));
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, index) => isSame(value, b[index]));
  }
  if (isObject(a) && isObject(b)) return JSON.stringify(a) === JSON.stringify(b);
  return a === b;
}
