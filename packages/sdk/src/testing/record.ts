import type { GraphQLObjectType } from 'graphql';
import { hasCode } from './contract.ts';

/** A record of the contract: what a test gave of it, and where. */
export type FixtureRecord = {
  readonly type: GraphQLObjectType;
  /** Leaves, records, lists of them, texts by language, functions of arguments. */
  readonly given: Map<string, unknown>;
  /** The record that it was given in, and the name of the field; null at the top. */
  readonly within: FixtureRecord | null;
  readonly field: string;
  /** Which one of its type; 0 for one that was not given. */
  readonly number: number;
};

export function isRecord(value: unknown): value is FixtureRecord {
  return typeof value === 'object' && value !== null && 'given' in value && value.given instanceof Map;
}

/** A record of which nothing was given. */
export function emptyRecord(
  type: GraphQLObjectType,
  within: FixtureRecord | null = null,
  field = '',
): FixtureRecord {
  return { type, given: new Map(), within, field, number: 0 };
}

/** The code that was given, else one that tells that none was. */
export function codeOf(record: FixtureRecord): string {
  const code = record.given.get('code');
  return typeof code === 'string' ? code : sampleCodeOf(record);
}

function sampleCodeOf({ type, number, within }: FixtureRecord): string {
  const name = type.name.replaceAll(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase();
  if (number > 0) return `sample-${name}-${number}`;
  return hasCode(type) || !within ? `sample-${name}` : `${codeOf(within)}-${name}`;
}

/** The global id: opaque, and the same for as long as type and code are. */
export function idOf(record: FixtureRecord): string {
  const id = record.given.get('id');
  if (typeof id === 'string') return id;
  const bytes = new TextEncoder().encode(`${record.type.name}:${codeOf(record)}`);
  return btoa(String.fromCharCode(...bytes)).replaceAll('=', '');
}
