import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { query } from '../../../../testing/execute.ts';
import { addSynthetic } from '../../../../testing/synthetic.ts';

const { pool, drop } = await createTestDatabase('loaded');
afterAll(drop);

/** Lists, with the order that they promise. A measurement tells its key by its id. */
const orders = {
  activities: 'SELECT code AS key FROM activity',
  cities: 'SELECT code AS key FROM city',
  indicators: 'SELECT code AS key FROM indicator',
  measurements: 'SELECT key FROM measurement',
  openCalls: 'SELECT code AS key FROM open_call',
  organizations: 'SELECT code AS key FROM organization',
  projects: 'SELECT code AS key FROM project',
  sources: 'SELECT code AS key FROM source',
} as const;
type List = keyof typeof orders;
const lists = Object.keys(orders) as List[];

const keys = new Map<List, readonly string[]>();
beforeAll(async () => {
  await addSynthetic(pool, 1, 37);
  for (const list of lists) {
    const { rows } = await pool.query<{ key: string }>(
      `SELECT key FROM (${orders[list]}) AS row ORDER BY key COLLATE "C"`,
    );
    keys.set(
      list,
      rows.map(({ key }) => key),
    );
  }
});

type Page = {
  readonly totalCount: number;
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
};
type PageArgs = {
  readonly first?: number;
  readonly last?: number;
  readonly after?: string | null;
  readonly before?: string | null;
};

const keyOf = ({ node }: Page['edges'][number]) =>
  Buffer.from(node.id, 'base64url').toString().replace(/^\w+:/, '');

async function readPage(list: List, args: PageArgs): Promise<Page> {
  const document = `query ($first: Int, $last: Int, $after: String, $before: String) {
    ${list}(first: $first, last: $last, after: $after, before: $before) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } }
    }
  }`;
  return (await query(pool, document, args))[list];
}

/** Reads a list page by page from one end; the sizes of the pages come round again. */
async function walk(
  list: List,
  sizes: readonly number[],
  direction: 'forward' | 'backward',
  between = async () => {},
): Promise<string[]> {
  const told: string[] = [];
  let cursor: string | null = null;
  for (let step = 0; ; step += 1) {
    const size = sizes[step % sizes.length] ?? 1;
    const page = await readPage(
      list,
      direction === 'forward' ? { first: size, after: cursor } : { last: size, before: cursor },
    );
    const { pageInfo, edges } = page;
    expect(edges.length).toBeLessThanOrEqual(size);
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
      edges.at(0)?.cursor ?? null,
      edges.at(-1)?.cursor ?? null,
    ]);
    if (direction === 'forward') told.push(...edges.map(keyOf));
    else told.unshift(...edges.map(keyOf));
    const hasMore = direction === 'forward' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
    if (!hasMore) return told;
    expect(edges).toHaveLength(size);
    cursor = direction === 'forward' ? pageInfo.endCursor : pageInfo.startCursor;
    await between();
  }
}

const anyList = fc.constantFrom(...lists);
const anySizes = fc
  .array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 })
  .filter((sizes) => Math.max(...sizes) > 4);
const anyDirection = fc.constantFrom('forward' as const, 'backward' as const);

describe('a walk through pages', () => {
  it.each(lists)('of %s tells every record once, in order, in either direction', async (list) => {
    expect(await walk(list, [7, 30, 1], 'forward')).toEqual(keys.get(list));
    expect(await walk(list, [7, 30, 1], 'backward')).toEqual(keys.get(list));
  });

  it('tells every record once, in order, whatever the sizes of the pages', async () => {
    await fc.assert(
      fc.asyncProperty(anyList, anySizes, anyDirection, async (list, sizes, direction) => {
        expect(await walk(list, sizes, direction)).toEqual(keys.get(list));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('repeats and hides none of the records that stay, while others come and go', async () => {
    const codes = fc
      .array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), { minLength: 1, maxLength: 3 })
      .map((letters) => letters.join(''));
    await fc.assert(
      fc.asyncProperty(
        anySizes,
        anyDirection,
        fc.array(codes, { minLength: 1, maxLength: 40 }),
        async (sizes, direction, comers) => {
          const next = comers.values();
          const between = async () => {
            await pool.query(`DELETE FROM source WHERE publisher = 'fleeting' AND id % 2 = 0`);
            await pool.query(
              `INSERT INTO source (code, language, title, publisher) VALUES ($1, 'en', 'Synthetic', 'fleeting') ON CONFLICT DO NOTHING`,
              [next.next().value ?? 'x'],
            );
          };
          for (let count = 0; count < 10; count += 1) await between();
          const told = await walk('sources', sizes, direction, between);
          expect(told).toEqual([...new Set(told)].sort());
          expect(told.filter((key) => keys.get('sources')?.includes(key))).toEqual(keys.get('sources'));
          await pool.query(`DELETE FROM source WHERE publisher = 'fleeting'`);
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);

  it('goes on behind a record that is gone', async () => {
    await pool.query(
      `INSERT INTO source (code, language, title, publisher) VALUES ('results-2024', 'en', 'Synthetic', 'fleeting')`,
    );
    const page = await readPage('sources', { first: 2 });
    expect(page.edges.map(keyOf)).toEqual(['results-2023', 'results-2024']);
    await pool.query(`DELETE FROM source WHERE code = 'results-2024'`);
    const next = await readPage('sources', { first: 1, after: page.pageInfo.endCursor });
    expect(next.edges.map(keyOf)).toEqual([keys.get('sources')?.[1]]);
  });
});

describe('a page', () => {
  it('between two cursors tells what lies between them, from the end that was asked for', async () => {
    const window = fc
      .tuple(fc.nat(200), fc.nat(200))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    await fc.assert(
      fc.asyncProperty(
        anyList,
        window,
        fc.integer({ min: 1, max: 100 }),
        anyDirection,
        async (list, [low, high], size, direction) => {
          const all = keys.get(list) ?? [];
          const [from, to] = [low % all.length, high % all.length].sort((a, b) => a - b) as [number, number];
          const cursorAt = async (index: number) => {
            const found = await readPage(list, {
              first: 1,
              after: index === 0 ? null : await cursorOf(list, index - 1),
            });
            return found.pageInfo.endCursor;
          };
          const ends = { after: await cursorAt(from), before: await cursorAt(to) };
          const { edges, pageInfo } = await readPage(list, {
            ...ends,
            ...(direction === 'forward' ? { first: size } : { last: size }),
          });
          const between = all.slice(from + 1, to);
          expect(edges.map(keyOf)).toEqual(
            direction === 'forward' ? between.slice(0, size) : between.slice(-size),
          );
          if (direction === 'forward') expect(pageInfo.hasNextPage).toBe(between.length > size);
          else expect(pageInfo.hasPreviousPage).toBe(between.length > size);
        },
      ),
      { numRuns: 30 },
    );
  }, 60_000);

  it.each(lists)('of %s tells the honest total, wherever it lies', async (list) => {
    const total = keys.get(list)?.length;
    const first = await readPage(list, { first: 3 });
    const second = await readPage(list, { first: 3, after: first.pageInfo.endCursor });
    const last = await readPage(list, { last: 1 });
    expect([first.totalCount, second.totalCount, last.totalCount]).toEqual([total, total, total]);
  });

  it('tells whether there is more on either side', async () => {
    const first = await readPage('sources', { first: 3 });
    const second = await readPage('sources', { first: 3, after: first.pageInfo.endCursor });
    const back = await readPage('sources', { last: 3, before: second.pageInfo.startCursor });
    const all = await readPage('projects', { first: 100 });
    expect([first.pageInfo.hasPreviousPage, first.pageInfo.hasNextPage]).toEqual([false, true]);
    expect([second.pageInfo.hasPreviousPage, second.pageInfo.hasNextPage]).toEqual([true, true]);
    expect([back.pageInfo.hasPreviousPage, back.pageInfo.hasNextPage]).toEqual([false, true]);
    expect(back.edges).toEqual(first.edges);
    expect([all.pageInfo.hasPreviousPage, all.pageInfo.hasNextPage]).toEqual([false, false]);
  });
});

async function cursorOf(list: List, index: number): Promise<string | null> {
  let cursor: string | null = null;
  for (let left = index + 1; left > 0; left -= 100) {
    const page = await readPage(list, { first: Math.min(left, 100), after: cursor });
    cursor = page.pageInfo.endCursor;
  }
  return cursor;
}
