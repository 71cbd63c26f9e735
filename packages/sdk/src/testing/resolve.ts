import {
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  responsePathAsArray,
} from 'graphql';
import type { Locale } from '../generated/contract.ts';
import { isObject } from './check-fixture.ts';
import { isMany, itemTypeOf, nodeTypeOf } from './contract.ts';
import { enterValue } from './enter-fixture.ts';
import { narrow, type View } from './narrow.ts';
import { type PageArgs, pageOf } from './page.ts';
import { emptyRecord, type FixtureRecord, isRecord } from './record.ts';
import type { Records } from './records.ts';
import { readField, type SampleOptions, sampleOf } from './sample.ts';

/** What resolvers know of one request. */
export type Asked = {
  readonly records: Records;
  readonly options: SampleOptions;
  readonly locale: Locale;
  /** Called before each field that leads to records; what it throws is the answer there. */
  readonly interrupt: (path: string, args: Args) => void;
};

type Args = Readonly<Record<string, unknown>>;
type Field = Parameters<typeof readField>[1];

/** Answers every field of the contract from the records of a test. */
export const resolveField: GraphQLFieldResolver<unknown, Asked> = (source, args: Args, asked, info) => {
  const field = info.parentType.getFields()[info.fieldName] as Field;
  const names = responsePathAsArray(info.path).filter((part) => typeof part === 'string');
  asked.interrupt(names.join('.'), args);
  if (isRecord(source)) return ofRecord(source, field, args, asked);
  if (source === undefined) return ofQuery(info.parentType, field, args, asked);
  return (source as Args)[info.fieldName];
};

/** @returns the type of a record where the contract leaves it open */
export const resolveType = (value: unknown): string | undefined =>
  isRecord(value) ? value.type.name : undefined;

/** Whoever asks a gateway in memory is the public: it has no keys. */
const PUBLIC_VIEWER = {
  role: 'PUBLIC',
  organization: null,
  projects: [],
  cities: [],
  permissions: ['READ_PUBLISHED'],
  keyExpiresOn: null,
};

/** Fields of the root are known by their arguments and by what they answer. */
function ofQuery(query: GraphQLObjectType, field: Field, args: Args, asked: Asked): unknown {
  const { records, options } = asked;
  const item = itemTypeOf(field.type);
  if (item.name === 'Viewer') return PUBLIC_VIEWER;
  if (isLeafType(item)) return sampleOf(emptyRecord(query), field, options);
  if (typeof args.code === 'string') return records.findByCode(item.name, args.code);
  if (typeof args.id === 'string') return records.findById(args.id);
  if (Array.isArray(args.ids)) return args.ids.map(records.findById);
  // One record that no code names: of a kind that has none, such as a table of counts.
  if (!isMany(field.type) && isObjectType(item)) return records.list(item.name)[0] ?? emptyRecord(item);
  return listed(field, records.list(item.name), args, asked);
}

function ofRecord(record: FixtureRecord, field: Field, args: Args, asked: Asked): unknown {
  const value = answerOf(record, field, args, asked);
  if (isRecord(value) && !isMany(field.type)) return asAsked(value, args, asked);
  if (Array.isArray(value) && value.every(isRecord)) return listed(field, value, args, asked);
  return isObject(value) && !isRecord(value) ? inLocale(value, args, asked.locale) : value;
}

/** What was given, where it is a function: of the arguments. */
function answerOf(record: FixtureRecord, field: Field, args: Args, { records, options }: Asked): unknown {
  const value = readField(record, field, options);
  if (typeof value !== 'function') return value;
  const answer: unknown = value(args);
  if (answer === undefined) return sampleOf(record, field, options);
  const where = `${record.type.name}.${field.name}(…)`;
  return enterValue(records.visit(), field, answer, { within: record, field: field.name, where });
}

function listed(field: Field, whole: readonly FixtureRecord[], args: Args, asked: Asked): unknown {
  const { records, options } = asked;
  const view: View = {
    read: (record, name) => {
      const inner = record.type.getFields()[name];
      return inner && readField(record, inner, options);
    },
    list: records.list,
  };
  const part = narrow(whole, args, view);
  if (!nodeTypeOf(getNamedType(field.type))) return part;
  return pageOf({ name: field.name, whole, part }, args as PageArgs);
}

/** What was asked for by an argument is what a record answers that says nothing else: a sum is of that indicator. */
function asAsked(record: FixtureRecord, args: Args, { records }: Asked): FixtureRecord | null {
  const added = new Map<string, unknown>();
  for (const [name, value] of Object.entries(args)) {
    const field = record.type.getFields()[name];
    if (!field || value == null || name === 'locale') continue;
    const item = itemTypeOf(field.type);
    const told = record.given.get(name);
    if (told === undefined) {
      added.set(name, isObjectType(item) ? recordWith(item, value, records) : value);
    } else if ((isRecord(told) ? told.given.get('code') : told) !== value) return null;
  }
  return added.size > 0 ? { ...record, given: new Map([...record.given, ...added]) } : record;
}

function recordWith(type: GraphQLObjectType, code: unknown, records: Records): FixtureRecord {
  const known = records.findByCode(type.name, String(code));
  return known ?? { ...emptyRecord(type), given: new Map([['code', code]]) };
}

/** A text in the language that was asked for, else in another. */
function inLocale(texts: object, { locale }: Args, preferred: Locale): unknown {
  const known = texts as Readonly<Record<string, unknown>>;
  return known[String(locale ?? preferred)] ?? known.EN ?? Object.values(known)[0] ?? null;
}
