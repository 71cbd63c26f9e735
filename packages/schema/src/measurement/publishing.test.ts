import { describe, expect, it } from 'vitest';
import { type TestDatabase, useTestDatabase } from '../../../../testing/database.ts';
import { restrictedOf } from '../../../../testing/execute.ts';
import { revise } from '../../../../testing/revise.ts';
import { newestVersion } from '../../../../testing/transact.ts';
import { addProject, executeAs, queryAs, viewerOf } from '../../../../testing/viewers.ts';
import type { Viewer } from '../context.ts';
import { OPERATOR } from '../database/viewer.ts';
import { addRevision } from './revision-store.ts';

const KEY = 'reintegration-ii/workshops-held/actual/project/2023';
const idOf = (key: string, type = 'Measurement') => Buffer.from(`${type}:${key}`).toString('base64url');
const steward = viewerOf('STEWARD', { caller: 'key:steward' });
const REFUSALS =
  '... on InputRefused { issues { path message } } ... on RevisionConflict { currentRevision }';
const PUBLISH = `mutation ($input: PublishMeasurementInput!) {
  answer: publishMeasurement(input: $input) {
    __typename ... on MeasurementPublished { id revision } ${REFUSALS}
  }
}`;
const WITHDRAW = `mutation ($input: WithdrawMeasurementInput!) {
  answer: withdrawMeasurement(input: $input) { __typename ... on MeasurementWithdrawn { id revision } ${REFUSALS} }
}`;
const ask = async (
  { pool }: TestDatabase,
  document: string,
  expectedRevision: number,
  { viewer = steward as Viewer, id = idOf(KEY) } = {},
) => (await queryAs(pool, viewer, document, { input: { id, expectedRevision } })).answer;
const seen = async ({ pool }: TestDatabase) => {
  const document = `query ($id: ID!) { node(id: $id) { ... on Measurement { value qualifier revision status sources { code } revisions { revision } } } }`;
  return (await queryAs(pool, { role: 'PUBLIC' }, document, { id: idOf(KEY) })).node;
};
const ABSENT = {
  __typename: 'InputRefused',
  issues: [{ path: ['id'], message: 'There is no such measurement in your projects.' }],
};

describe('publishing', () => {
  it('adds a revision that says what the preliminary one says, with its sources, and tells everybody', async () => {
    const database = await useTestDatabase('loaded');
    await revise(database.pool, { key: KEY, value: 600, status: 'PRELIMINARY', qualifier: 'ABOUT' });
    const version = await newestVersion(database.pool);
    expect(await ask(database, PUBLISH, 2)).toEqual({
      __typename: 'MeasurementPublished',
      id: idOf(KEY),
      revision: 3,
    });
    expect(await seen(database)).toEqual({
      value: '600',
      qualifier: 'ABOUT',
      revision: 3,
      status: 'PUBLISHED',
      sources: [{ code: 'results-2023' }],
      revisions: [{ revision: 1 }, { revision: 3 }],
    });
    expect(await newestVersion(database.pool)).toBe(version + 1);
    const { rows } = await database.pool.query(
      'SELECT caller, kind, operation, record_id FROM audit_entry ORDER BY number',
    );
    const { rows: ids } = await database.pool.query('SELECT id FROM measurement WHERE key = $1', [KEY]);
    expect(rows).toEqual([
      {
        caller: 'key:steward',
        kind: 'MEASUREMENT_REVISION',
        operation: 'INSERT',
        record_id: `${ids[0].id}/3`,
      },
    ]);
  });

  it('is refused where nothing is preliminary', async () => {
    const database = await useTestDatabase('loaded');
    expect((await ask(database, PUBLISH, 1)).issues).toEqual([
      { path: ['id'], message: expect.stringContaining('there is nothing to publish') },
    ]);
  });
});

describe('withdrawing', () => {
  it('takes back what is public, by a further revision', async () => {
    const database = await useTestDatabase('loaded');
    expect(await ask(database, WITHDRAW, 1)).toEqual({
      __typename: 'MeasurementWithdrawn',
      id: idOf(KEY),
      revision: 2,
    });
    expect(await seen(database)).toBeNull();
    expect((await ask(database, WITHDRAW, 2)).issues).toEqual([
      { path: ['id'], message: 'It is not public: there is nothing to withdraw.' },
    ]);
  });

  it('takes back the public value, not a preliminary one that nobody was told', async () => {
    const database = await useTestDatabase('loaded');
    await revise(database.pool, { key: KEY, value: 600, status: 'PRELIMINARY' });
    expect(await ask(database, WITHDRAW, 2)).toMatchObject({ revision: 3 });
    const { rows } = await database.pool.query(
      `SELECT value::int, status::text FROM measurement_revision JOIN measurement ON id = measurement_id
       WHERE key = $1 ORDER BY revision`,
      [KEY],
    );
    expect(rows.at(-1)).toEqual({ value: 590, status: 'WITHDRAWN' });
  });
});

describe('both', () => {
  it('do nothing when another revision came in between, and tell which', async () => {
    const database = await useTestDatabase('loaded');
    await revise(database.pool, { key: KEY, value: 600, status: 'PRELIMINARY' });
    const version = await newestVersion(database.pool);
    const conflict = { __typename: 'RevisionConflict', currentRevision: 2 };
    for (const expected of [0, 1, 3, -1]) {
      expect(await ask(database, PUBLISH, expected)).toEqual(conflict);
      expect(await ask(database, WITHDRAW, expected)).toEqual(conflict);
    }
    expect(await newestVersion(database.pool)).toBe(version);
  });

  it('have one effect when many ask at once', async () => {
    const database = await useTestDatabase('loaded');
    await revise(database.pool, { key: KEY, value: 600, status: 'PRELIMINARY' });
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(database, PUBLISH, 2)));
    expect(answers.filter(({ __typename }) => __typename === 'MeasurementPublished')).toHaveLength(1);
    expect(answers.filter(({ __typename }) => __typename === 'RevisionConflict')).toHaveLength(4);
  });

  it('answer alike of measurements of other projects and of none', async () => {
    const database = await useTestDatabase('loaded');
    const stranger = viewerOf('STEWARD', { projectIds: [await addProject(database.pool)] });
    for (const document of [PUBLISH, WITHDRAW]) {
      expect(await ask(database, document, 1, { viewer: stranger })).toEqual(ABSENT);
      expect(await ask(database, document, 1, { id: idOf('nothing') })).toEqual(ABSENT);
      expect(await ask(database, document, 1, { id: idOf('pirot', 'City') })).toEqual(ABSENT);
    }
    expect(await seen(database)).toMatchObject({ value: '590' });
  });

  it.each<Viewer>([{ role: 'PUBLIC' }, viewerOf('MEMBER'), viewerOf('PARTNER')])(
    'are not for $role, and the database says so too',
    async (viewer) => {
      const database = await useTestDatabase('loaded');
      await revise(database.pool, { key: KEY, value: 600, status: 'PRELIMINARY' });
      for (const document of [PUBLISH, WITHDRAW]) {
        const { errors } = await executeAs(database.pool, viewer, document, {
          input: { id: idOf(KEY), expectedRevision: 2 },
        });
        expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
      }
      const wish = { key: KEY, expected: 2, status: 'PUBLISHED' } as const;
      const added = await addRevision(restrictedOf(database.pool), viewer, wish);
      expect(added).toEqual({ outcome: 'ABSENT', newest: null });
    },
  );

  it('are open to the command line, and to no other function of the unprivileged role', async () => {
    const database = await useTestDatabase('loaded');
    const restricted = restrictedOf(database.pool);
    const wish = { key: KEY, expected: 1, status: 'WITHDRAWN' } as const;
    expect(await addRevision(restricted, OPERATOR, wish)).toEqual({ outcome: 'ADDED', newest: 2 });
    const direct = restricted.transact(steward, (tx) => tx.measurementRevision.count());
    await expect(direct).rejects.toThrow('42501');
  });
});
