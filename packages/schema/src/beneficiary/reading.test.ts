import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { execute } from '../../../../testing/execute.ts';
import type { Viewer } from '../context.ts';
import { encodeCursor } from '../paging/cursor.ts';
import { encodeGlobalId } from '../paging/global-id.ts';
import { addPlaces, ENROL, enrolSomebody, mutate, PERSON, viewersOf } from './people.fixture.ts';

const { pool, drop } = await createTestDatabase('loaded');
afterAll(drop);
const places = await addPlaces(pool);
const { partner, steward, strangers } = viewersOf(places);
const id = await enrolSomebody(pool, partner);
const { support } = await mutate(
  pool,
  partner,
  `mutation ($input: RecordSupportInput!) { recordSupport(input: $input) { ... on SupportSaved { support { id } } } }`,
  { beneficiary: id, component: 'ECONOMIC', type: 'RETRAINING', startsOn: '2025-04' },
);
const supportId = (support as { id: string }).id;

const EVERYTHING = `query ($id: ID!, $supportId: ID!) {
  beneficiary(id: $id) { id kind sex birthYear category city { code } enrolledIn enrolledBy { code } project { code } revision
    support { id type startsOn endsOn component { code } organization { code } revision beneficiary { id } } }
  node(id: $id) { id ... on Beneficiary { birthYear } }
  nodes(ids: [$id, $supportId]) { id ... on Support { type } }
  beneficiaries { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } }
  of: beneficiaries(filter: { project: "synthetic-0001", city: "synthetic-0001", category: RETURNEE, kind: PERSON }) { totalCount }
  notOf: beneficiaries(filter: { city: "synthetic-0002" }) { totalCount }
}`;

async function read(viewer: Viewer, variables: object = { id, supportId }) {
  const { data, errors } = await execute(pool, { document: EVERYTHING, variables: { ...variables }, viewer });
  return { data, errors };
}

describe.each([
  ['the partner that enrolled it', partner],
  ['a steward of the project', steward],
])('a beneficiary is seen by %s', (_who, viewer) => {
  it('with all that is kept of it', async () => {
    const { data, errors } = await read(viewer);
    expect(errors).toBeUndefined();
    const code = 'synthetic-0001';
    const { city, ...person } = PERSON;
    expect(data.beneficiary).toEqual({
      id,
      ...person,
      city: { code: city },
      enrolledBy: { code },
      project: { code },
      revision: 1,
      support: [
        {
          id: supportId,
          type: 'RETRAINING',
          startsOn: '2025-04',
          endsOn: null,
          component: { code: 'ECONOMIC' },
          organization: { code },
          revision: 1,
          beneficiary: { id },
        },
      ],
    });
    expect(data.node).toEqual({ id, birthYear: 1987 });
    expect(data.nodes).toEqual([{ id }, { id: supportId, type: 'RETRAINING' }]);
    expect(data.beneficiaries).toMatchObject({ totalCount: 1, nodes: [{ id }] });
    expect([data.of.totalCount, data.notOf.totalCount]).toEqual([1, 0]);
  });
});

describe.each(Object.entries(strangers))('%s', (_who, viewer) => {
  it('gets byte for byte the answer of what was never there', async () => {
    const ofNobody = {
      id: encodeGlobalId('Beneficiary', randomUUID()),
      supportId: encodeGlobalId('Support', randomUUID()),
    };
    const [there, absent] = [await read(viewer), await read(viewer, ofNobody)];
    expect(JSON.stringify(there)).toBe(JSON.stringify(absent));
    expect(there.data).toMatchObject({ beneficiary: null, node: null, nodes: [null, null] });
    expect(there.data.beneficiaries).toMatchObject({ totalCount: 0, nodes: [], edges: [] });
  });

  it('enrols nobody where it does not belong', async () => {
    const input = { project: 'synthetic-0001', beneficiary: PERSON };
    const { data, errors } = await execute(pool, { document: ENROL, variables: { input }, viewer });
    if (viewer.role === 'PUBLIC' || viewer.role === 'MEMBER') {
      expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    } else if (viewer.role === 'PARTNER' && viewer.organizationId === places[1].organization) {
      // For its own organization it may, and then sees no more than that.
      expect(data.enrolBeneficiary.beneficiary.revision).toBe(1);
      expect((await read(partner)).data.beneficiaries.totalCount).toBe(1);
      await pool.query(`DELETE FROM beneficiary WHERE enrolled_by_id = $1`, [places[1].organization]);
    } else {
      const [path] = data.enrolBeneficiary.issues.map(({ path }: { path: string[] }) => path.join('.'));
      expect(['project', 'beneficiary.city']).toContain(path);
    }
  });
});

describe('a list', () => {
  it('is walked by id, each once, whatever comes meanwhile', async () => {
    const others = await Promise.all(
      [1950, 1960, 1970, 1980].map((birthYear) => enrolSomebody(pool, partner, { birthYear })),
    );
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const document = `query ($after: String) { beneficiaries(first: 2, after: $after) { totalCount nodes { id } pageInfo { endCursor hasNextPage } } }`;
      const { data } = await execute(pool, { document, variables: { after }, viewer: partner });
      expect(data.beneficiaries.totalCount).toBe(5);
      seen.push(...data.beneficiaries.nodes.map((node: { id: string }) => node.id));
      const { endCursor, hasNextPage } = data.beneficiaries.pageInfo;
      after = hasNextPage ? endCursor : null;
    } while (after !== null);
    expect(new Set(seen)).toEqual(new Set([id, ...others]));
    expect(seen).toHaveLength(5);
    const document = '{ beneficiaries(last: 2) { nodes { id } } }';
    const { data } = await execute(pool, { document, viewer: partner });
    expect(data.beneficiaries.nodes.map((node: { id: string }) => node.id)).toEqual(seen.slice(-2));
  });

  it.each(['pirot', '', "' OR true --", randomUUID().toUpperCase()])(
    'refuses a cursor on "%s", though it is made as cursors are',
    async (key) => {
      const document = `{ beneficiaries(after: "${encodeCursor('beneficiaries', key)}") { totalCount nodes { id } } }`;
      const { errors } = await execute(pool, { document, viewer: partner });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    },
  );

  it('takes ids of any kind for what they are', async () => {
    for (const wrong of [
      encodeGlobalId('City', 'pirot'),
      encodeGlobalId('Beneficiary', 'pirot'),
      supportId,
    ]) {
      const document = 'query ($id: ID!) { beneficiary(id: $id) { id } }';
      const { data, errors } = await execute(pool, { document, variables: { id: wrong }, viewer: partner });
      expect({ data, errors }).toEqual({ data: { beneficiary: null }, errors: undefined });
    }
  });
});
