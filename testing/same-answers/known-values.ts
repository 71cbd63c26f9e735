import type { Pool } from 'pg';
import { query } from '../execute.ts';

const LISTS = {
  activity: 'activities',
  city: 'cities',
  indicator: 'indicators',
  measurement: 'measurements',
  openCall: 'openCalls',
  organization: 'organizations',
  project: 'projects',
  source: 'sources',
} as const;

/** What records of a database may be asked for by. */
export type KnownValues = {
  /** Codes by the field, or the argument, that takes them. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** Cursors by list. */
  readonly cursors: Readonly<Record<string, readonly string[]>>;
  readonly ids: readonly string[];
  /** When something was published. */
  readonly instants: readonly string[];
};

type Page = { readonly edges: readonly { readonly cursor: string; readonly node: Known }[] };
type Known = { readonly id: string; readonly code?: string };

/** Reads what the records of a database may be asked for by, some of each kind. */
export async function readKnownValues(pool: Pool): Promise<KnownValues> {
  const pages = Object.entries(LISTS).map(
    ([name, list]) =>
      `${list}(first: 7) { edges { cursor node { id ${name === 'measurement' ? '' : 'code'} } } }`,
  );
  const all = 'districts { id code } networks { id code }';
  const data: Record<string, Page | readonly Known[]> = await query(pool, `{ ${pages.join(' ')} ${all} }`);
  const recordsOf = (list: string): readonly Known[] => {
    const found = data[list] ?? [];
    return 'edges' in found ? found.edges.map(({ node }) => node) : found;
  };
  const codesOf = (list: string) => recordsOf(list).flatMap(({ code }) => code ?? []);
  const { rows } = await pool.query<{ published_at: Date }>(
    'SELECT published_at FROM publication ORDER BY version',
  );
  return {
    codes: {
      ...Object.fromEntries(Object.entries(LISTS).map(([name, list]) => [name, codesOf(list)])),
      district: codesOf('districts'),
      network: codesOf('networks'),
    },
    cursors: Object.fromEntries(
      Object.values(LISTS).map((list) => [list, (data[list] as Page).edges.map(({ cursor }) => cursor)]),
    ),
    ids: Object.keys(data).flatMap((list) => recordsOf(list).map(({ id }) => id)),
    instants: rows.map(({ published_at }) => published_at.toISOString()),
  };
}
