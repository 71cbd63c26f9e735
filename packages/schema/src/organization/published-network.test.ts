import { afterAll, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { query } from '../../../../testing/execute.ts';

const database = await createTestDatabase('loaded');
afterAll(() => database.drop());

it('tells that the network has more than 200 members, and makes up none of them', async () => {
  const { network } = await query(
    database.pool,
    `{ network(code: "iris") { name(locale: EN) latin: name(locale: SR_LATN) cyrillic: name(locale: SR_CYRL)
       memberCount { value qualifier } members { code } groupsServed(locale: EN) sources { code } } }`,
  );
  expect(network).toEqual({
    name: 'IRIS network',
    latin: 'IRIS mreža',
    cyrillic: 'IRIS мрежа',
    memberCount: { value: 200, qualifier: 'MORE_THAN' },
    members: [],
    groupsServed: [
      'persons with disabilities',
      'children and youth at risk',
      'women who survived domestic violence',
      'refugees',
      'asylum seekers',
    ],
    sources: [{ code: 'round-table-shelter' }],
  });
});

it('tells the seat of an organization where one is known', async () => {
  const { organizations } = await query(
    database.pool,
    '{ organizations { totalCount nodes { code seat { code } } } }',
  );
  expect(organizations).toEqual({
    totalCount: 7,
    nodes: [
      { code: 'asb-see', seat: null },
      { code: 'bmz', seat: null },
      { code: 'city-of-novi-pazar', seat: null },
      { code: 'city-of-pirot', seat: null },
      { code: 'idc', seat: { code: 'beograd' } },
      { code: 'merhamet-sandzak', seat: { code: 'novi-pazar' } },
      { code: 'seda', seat: { code: 'novi-pazar' } },
    ],
  });
});
