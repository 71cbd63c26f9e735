import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { revise } from '../../../../testing/revise.ts';
import { addKey, executeAs, viewerOf } from '../../../../testing/viewers.ts';
import type { Viewer } from '../context.ts';
import { encodeCursor } from '../paging/cursor.ts';
import { encodeGlobalId } from '../paging/global-id.ts';

const { pool, drop } = await createTestDatabase('loaded');
afterAll(drop);
const HIDDEN = 'reintegration-ii/workshops-held/actual/city:pirot/2024';
await pool.query(
  `INSERT INTO measurement (key, project_id, indicator_id, kind, city_id, period_start, period_end)
   SELECT $1, project.id, indicator.id, 'ACTUAL', city.id, '2024', '2024' FROM project, indicator, city
   WHERE project.code = 'reintegration-ii' AND indicator.code = 'workshops-held' AND city.code = 'pirot'`,
  [HIDDEN],
);
await revise(pool, { key: HIDDEN, value: 9, status: 'PRELIMINARY' });
const { id: keyId } = await addKey(pool);

const PUBLIC: Viewer = { role: 'PUBLIC' };
const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
const answer = async (
  document: string,
  variables: Readonly<Record<string, unknown>>,
  viewer: Viewer = PUBLIC,
) => {
  const { data, errors } = await executeAs(pool, viewer, document, variables);
  return JSON.stringify({ errors, data });
};

describe('to whom a record is not for, it is answered', () => {
  it.each([
    ['a value that is not published', encodeGlobalId('Measurement', HIDDEN)],
    ['a key', encodeGlobalId('ApiKey', keyId)],
    ['a type without global ids', encodeGlobalId('OrganizationContact', '1')],
    ['the root itself', encodeGlobalId('Query', 'x')],
  ])('byte for byte like one that is not there: %s', async (_what, id) => {
    const nothing = [encodeGlobalId('Measurement', 'nothing'), encodeGlobalId('Nothing', 'x')];
    for (const other of nothing) {
      expect(await answer(NODE, { id })).toBe(await answer(NODE, { id: other }));
      expect(await answer(NODES, { ids: [id] })).toBe(await answer(NODES, { ids: [other] }));
    }
  });

  it('while it is there for whom it is for', async () => {
    const id = encodeGlobalId('Measurement', HIDDEN);
    expect(await answer(NODE, { id }, viewerOf('MEMBER'))).toContain('"__typename":"Measurement"');
  });

  it('alike behind its own cursor and behind one that was made up', async () => {
    const page = (key: string) =>
      answer('query ($after: String) { measurements(first: 3, after: $after) { totalCount nodes { id } } }', {
        after: encodeCursor('measurements', key),
      });
    expect(await page(HIDDEN)).toBe(await page(HIDDEN.replace('2024', '2024x')));
  });

  it('by no total, filter or order', async () => {
    const document = `query ($city: String!) {
      measurements(first: 100) { totalCount nodes { id } }
      narrowed: measurements(filter: { city: $city, indicator: "workshops-held" }) { totalCount pageInfo { endCursor } }
      backward: measurements(last: 100) { nodes { id } }
      apiKeys(last: 5) { totalCount edges { cursor } nodes { id } pageInfo { hasNextPage startCursor } }
    }`;
    const before = await answer(document, { city: 'pirot' });
    await revise(pool, { key: HIDDEN, value: 10, status: 'PRELIMINARY' });
    await addKey(pool);
    expect(await answer(document, { city: 'pirot' })).toBe(before);
    expect(before).toContain('"apiKeys":{"totalCount":0,"edges":[],"nodes":[]');
  });
});
