import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isNonNullType,
} from 'graphql';
import { contractSchema, hasCode, isMany, itemTypeOf } from './contract.ts';
import { leafOf } from './leaf.ts';
import { codeOf, emptyRecord, type FixtureRecord, idOf, isRecord } from './record.ts';

/** What stands where a test gave nothing: only what the contract always answers, or all of it. */
export type Fill = 'required' | 'all';

export type SampleOptions = {
  readonly fill: Fill;
  readonly dataVersion: number;
  /** All that was given of a type. */
  readonly list: (type: string) => readonly FixtureRecord[];
};

type Field = GraphQLField<unknown, unknown>;

/** What a record answers for a field, whether it was given or not. */
export function readField(record: FixtureRecord, field: Field, options: SampleOptions): unknown {
  const given = record.given.get(field.name);
  return given === undefined ? sampleOf(record, field, options) : given;
}

/** What a record answers for a field that was not given: always the same, typed as the contract says, and no data. */
export function sampleOf(record: FixtureRecord, field: Field, options: SampleOptions): unknown {
  const { fill } = options;
  const item = itemTypeOf(field.type);
  if (fill === 'required' && !isNonNullType(field.type)) return null;
  if (isLeafType(item)) {
    if (isMany(field.type)) return fill === 'all' ? [sampleLeaf(record, field, options)] : [];
    return sampleLeaf(record, field, options);
  }
  // A record that is part of one of its own kind would be part of itself.
  const isOfOwnKind = item === record.type;
  if (!isMany(field.type)) {
    return isOfOwnKind && !isNonNullType(field.type) ? null : sampleRecord(record, field);
  }
  const pointing = options.list(item.name).filter((other) => leadsTo(other, record));
  if (pointing.length > 0 || fill === 'required' || isOfOwnKind) return pointing;
  return [sampleRecord(record, field)];
}

/** Whether a record was given as leading to another: its city’s district, and so one of the district’s cities. */
function leadsTo({ given }: FixtureRecord, record: FixtureRecord): boolean {
  return [...given.values()].includes(record);
}

function sampleLeaf(record: FixtureRecord, field: Field, { dataVersion }: SampleOptions): unknown {
  const { name } = field;
  const type = getNamedType(field.type);
  if (!isLeafType(type)) return null;
  if (name === 'id') return idOf(record);
  if (name === 'dataVersion') return dataVersion;
  if (name === 'isSynthetic') return true;
  if (name === 'code' && !isEnumType(type)) return codeOf(record);
  const alike = sameIn(record, field);
  if (alike !== undefined) return alike;
  if (isEnumType(type)) {
    // The kind of a target is TARGET.
    const own = type.getValue(record.field.toUpperCase())?.name;
    return own ?? leafOf(type).sample;
  }
  if (type.name !== 'String') return leafOf(type).sample;
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `Sample ${words}${hasCode(record.type) ? ` of ${codeOf(record)}` : ''}`;
}

/** A figure’s measurement that was not given has the value of the figure. */
function sameIn({ given, type, within }: FixtureRecord, { name }: Field): unknown {
  if (given.size > 0 || hasCode(type) || within?.type.getFields()[name] === undefined) return undefined;
  return within.given.get(name);
}

/**
 * The record that a field leads to when none was given: the one that it was given in, where that is of the type, as
 * a figure’s project is; or what stands beside it there; else a sample.
 */
function sampleRecord(record: FixtureRecord, field: Field): FixtureRecord {
  const item = itemTypeOf(field.type);
  const types = isAbstractType(item) ? contractSchema().getPossibleTypes(item) : [item as GraphQLObjectType];
  const fits = (value: unknown): value is FixtureRecord => isRecord(value) && types.includes(value.type);
  const around = isMany(field.type) ? [] : allAround(record);
  const near = around.flatMap((one) => [one.given.get(field.name), one]).find(fits);
  if (near) return near;
  const project = record.given.get('project');
  if (isAbstractType(item) && fits(project)) return project;
  const type = types.at(-1) as GraphQLObjectType;
  // What has a code stands for itself; all else is a part of its record.
  return hasCode(type) ? emptyRecord(type) : emptyRecord(type, record, field.name);
}

/** The records that one was given in, the nearest first. */
function allAround({ within }: FixtureRecord): readonly FixtureRecord[] {
  return within ? [within, ...allAround(within)] : [];
}
