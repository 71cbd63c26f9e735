import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import type { Fixtures } from '../generated/fixtures.ts';
import { isObject, unknownName } from './check-fixture.ts';
import { contractSchema, hasCode, isMany, itemTypeOf } from './contract.ts';
import { type Entering, enterFixture } from './enter-fixture.ts';
import { codeOf, emptyRecord, type FixtureRecord, idOf, isRecord } from './record.ts';
import { quote } from './refusal.ts';

/** All that was given, at the top or within other records. */
export type Records = {
  /** Those of a type, in the order of their codes, else in the order in which they were given. */
  list(type: string): readonly FixtureRecord[];
  findByCode(type: string, code: string): FixtureRecord | null;
  findById(id: string): FixtureRecord | null;
  /** For what a function gives: it joins what is known of its records, and is added to no list. */
  visit(): Entering;
};

/**
 * Makes records of sets of fixtures. A later set changes what it gives of records that earlier ones gave.
 *
 * @throws TypeError when a fixture does not fit the contract
 */
export function createRecords(sets: readonly Fixtures[]): Records {
  const lists = new Map<string, FixtureRecord[]>();
  for (const fixtures of sets) enterSet(lists, fixtures);
  dropReplaced(lists);
  const nodes = () => [...lists.values()].flat().filter(({ type }) => isNode(type));
  const list = (name: string) => lists.get(name) ?? [];
  for (const records of lists.values()) {
    if (records[0] && isSorted(records[0].type)) records.sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1));
  }
  return {
    list,
    findByCode: (type, code) => list(type).find((record) => codeOf(record) === code) ?? null,
    findById: (id) => nodes().find((record) => idOf(record) === id) ?? null,
    visit: () => createVisit(list),
  };
}

function enterSet(lists: Map<string, FixtureRecord[]>, fixtures: Fixtures): void {
  const fields = contractSchema().getQueryType()?.getFields() ?? {};
  const names = Object.values(fields)
    .filter(({ type }) => isMany(type) && isObjectType(itemTypeOf(type)))
    .map(({ name }) => name);
  const entering = createEntering(lists);
  for (const [name, list] of Object.entries(isObject(fixtures) ? fixtures : {})) {
    const type = fields[name]?.type;
    if (!type || !names.includes(name)) throw unknownName(name, 'Fixtures', names);
    if (list === undefined) continue;
    if (!Array.isArray(list)) throw new TypeError(`${name} is ${quote(list)}. Expected a list.`);
    for (const [index, fixture] of list.entries()) {
      const place = { within: null, field: name, where: `${name}[${index}]` };
      enterFixture(entering, itemTypeOf(type), fixture, place);
    }
  }
}

/** Drops what was only part of a record that a later set gave otherwise, as the figures of a project. */
function dropReplaced(lists: Map<string, FixtureRecord[]>): void {
  const kept = new Set<unknown>();
  const keep = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(keep);
    if (!isRecord(value) || kept.has(value)) return;
    kept.add(value);
    value.given.forEach(keep);
  };
  for (const record of [...lists.values()].flat()) {
    if (record.within === null || record.given.has('code')) keep(record);
  }
  for (const [name, records] of lists)
    lists.set(
      name,
      records.filter((record) => kept.has(record)),
    );
}

/** Finds records among the lists, and adds those that are new to them. */
function createEntering(lists: Map<string, FixtureRecord[]>): Entering {
  const entered = new Map<object, FixtureRecord>();
  return {
    claimed: new Map(),
    find: (type, fixture, { within, field }) => {
      const before = isShared(type) ? entered.get(fixture) : undefined;
      if (before) return { record: before, isEntered: true };
      const records = lists.get(type.name) ?? [];
      lists.set(type.name, records);
      const known = recordOf(records, fixture);
      const record = known ?? { ...emptyRecord(type, within, field), number: records.length + 1 };
      if (!known) records.push(record);
      entered.set(fixture, record);
      return { record, isEntered: false };
    },
  };
}

/** Makes records that join what is known of them, and leaves the lists as they are. */
function createVisit(list: Records['list']): Entering {
  return {
    claimed: new Map(),
    find: (type, fixture, { within, field }) => {
      const known = recordOf(list(type.name), fixture);
      const given = new Map(known?.given);
      return { record: { ...emptyRecord(type, within, field), given }, isEntered: false };
    },
  };
}

function recordOf(records: readonly FixtureRecord[], fixture: object): FixtureRecord | undefined {
  const { code } = fixture as { readonly code?: unknown };
  return code === undefined ? undefined : records.find(({ given }) => given.get('code') === code);
}

/** Whether one fixture in two places is one record. */
function isShared(type: GraphQLObjectType): boolean {
  return hasCode(type) || isNode(type);
}

function isNode(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node');
}

/** Components keep the order in which they were given: their codes are no texts, but values of an enum. */
function isSorted(type: GraphQLObjectType): boolean {
  const { code } = type.getFields();
  return code !== undefined && getNamedType(code.type).name === 'String';
}
