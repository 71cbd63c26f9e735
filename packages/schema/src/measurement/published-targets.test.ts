import { afterAll, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { query } from '../../../../testing/execute.ts';

const database = await createTestDatabase('loaded');
afterAll(() => database.drop());

it('tells the two published targets, neither of them as an exact number', async () => {
  const { measurements } = await query(
    database.pool,
    `{ measurements(filter: { project: "reintegration-ii", kind: TARGET }, first: 20) { totalCount nodes {
      indicator { code } kind value qualifier period { start end } place { code } status revision sources { code }
    } } }`,
  );
  const target = {
    kind: 'TARGET',
    qualifier: 'MORE_THAN',
    period: { start: null, end: '2025-04' },
    status: 'PUBLISHED',
    revision: 1,
  };
  expect(measurements).toEqual({
    totalCount: 2,
    nodes: [
      {
        ...target,
        indicator: { code: 'beneficiaries-employed-by-subsidy' },
        value: '40',
        place: { code: 'novi-pazar' },
        sources: [{ code: 'study-visit-novi-pazar' }],
      },
      {
        ...target,
        indicator: { code: 'beneficiaries-supported' },
        value: '800',
        place: { code: 'pirot' },
        sources: [{ code: 'seminar-pirot-en' }],
      },
    ],
  });
});

it('tells seventeen measurements in all, each with a source, a first revision and the same instant', async () => {
  const { measurements, baselines } = await query(
    database.pool,
    `{
      measurements(first: 100) { totalCount nodes { sources { code } revision recordedAt revisions { revision } } }
      baselines: measurements(filter: { kind: BASELINE }) { totalCount }
    }`,
  );
  expect(measurements.totalCount).toBe(17);
  expect(baselines.totalCount).toBe(0);
  for (const { sources, revision, revisions } of measurements.nodes) {
    expect({ sources: sources.length, revision, revisions }).toEqual({
      sources: 1,
      revision: 1,
      revisions: [{ revision: 1 }],
    });
  }
  expect(new Set(measurements.nodes.map(({ recordedAt }: { recordedAt: string }) => recordedAt)).size).toBe(
    1,
  );
});

it('tells the indicators in the units that were printed, and which of them count persons', async () => {
  const { indicators } = await query(
    database.pool,
    '{ indicators(first: 100) { totalCount nodes { code unit countsPersons } } }',
  );
  expect(indicators.totalCount).toBe(16);
  const persons = indicators.nodes.filter(({ countsPersons }: { countsPersons: boolean }) => countsPersons);
  expect(persons).toEqual(
    [
      'beneficiaries-employed-by-subsidy',
      'beneficiaries-supported',
      'children-and-youth-in-workshops',
      'good-neighbor-club-participants',
      'newly-employed-beneficiaries',
    ].map((code) => ({ code, unit: 'person', countsPersons: true })),
  );
});
