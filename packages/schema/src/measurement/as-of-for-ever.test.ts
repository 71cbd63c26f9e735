import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { query } from '../../../../testing/execute.ts';
import { type RevisionInput, revise } from '../../../../testing/revise.ts';
import { addSynthetic } from '../../../../testing/synthetic.ts';

const { pool, drop } = await createTestDatabase('loaded', 10);
beforeAll(() => addSynthetic(pool, 1));
afterAll(drop);

const REVISION = 'value qualifier status revision recordedAt note sources { code }';
const MEASUREMENT = `id ${REVISION} revisions { ${REVISION} }`;
const ANSWER = `query ($asOf: DateTime) {
  project(code: "synthetic-0001") {
    figures(asOf: $asOf) {
      value qualifier revision recordedAt asOf dataVersion progress citation(locale: EN) sources { code }
      target { ${MEASUREMENT} } baseline { ${MEASUREMENT} } measurement { ${MEASUREMENT} }
    }
    sum(indicator: "synthetic-0001", over: PLACE, asOf: $asOf) { value qualifier parts { ${MEASUREMENT} } }
  }
  city(code: "synthetic-0001") { figures(asOf: $asOf) { value asOf dataVersion } }
  measurements(asOf: $asOf, filter: { project: "synthetic-0001" }, first: 100) { totalCount edges { cursor node { ${MEASUREMENT} } } }
}`;

const answer = async (asOf: Date) => JSON.stringify(await query(pool, ANSWER, { asOf: asOf.toISOString() }));

/** The instant that has just passed, by the clock of the database. */
async function justNow(): Promise<Date> {
  const { rows } = await pool.query<{ now: Date }>(
    `SELECT date_trunc('milliseconds', clock_timestamp()) AS now`,
  );
  return rows[0]?.now ?? new Date(0);
}

const remembered = new Map<number, string>();
async function remember(asOf: Date): Promise<void> {
  remembered.set(asOf.getTime(), await answer(asOf));
}
async function recall(): Promise<void> {
  for (const [asOf, told] of remembered) expect(await answer(new Date(asOf))).toBe(told);
}

const keys = ['ACTUAL/project', 'ACTUAL/city', 'ACTUAL/district', 'TARGET/project', 'BASELINE/project'].map(
  (part) => `synthetic-0001/${part}`,
);
const revision = fc.record<RevisionInput>({
  key: fc.constantFrom(...keys),
  value: fc.nat(1000),
  status: fc.constantFrom('PUBLISHED', 'PUBLISHED', 'PRELIMINARY', 'WITHDRAWN'),
  qualifier: fc.constantFrom('EXACT', 'MORE_THAN', 'AT_LEAST', 'ABOUT'),
  source: fc.constantFrom('results-2023', 'seminar-pirot-en'),
});
const transactions = fc.array(
  fc.record({ revisions: fc.array(revision, { minLength: 1, maxLength: 3 }), isTakenBack: fc.boolean() }),
  { minLength: 1, maxLength: 6 },
);

async function carryOut(
  revisions: readonly RevisionInput[],
  isTakenBack: boolean,
  pauseMs = 0,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await sleep(pauseMs);
    for (const input of revisions) {
      await revise(client, input);
      await sleep(pauseMs);
    }
  } finally {
    await client.query(isTakenBack ? 'ROLLBACK' : 'COMMIT');
    client.release();
  }
}

it('tells for ever, byte for byte, what it told once', async () => {
  await fc.assert(
    fc.asyncProperty(transactions, async (sequence) => {
      for (const { revisions, isTakenBack } of sequence) {
        await carryOut(revisions, isTakenBack);
        await sleep(2);
        await remember(await justNow());
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
  const published = await pool.query<{ published_at: Date }>('SELECT published_at FROM publication');
  for (const row of published.rows) await remember(row.published_at);
  await carryOut(
    keys.map((key) => ({ key, value: 5 })),
    false,
  );
  expect(remembered.size).toBeGreaterThan(20);
  await recall();
}, 60_000);

it('tells it also while others are publishing', async () => {
  remembered.clear();
  let writers = keys.length;
  const writing = keys.map(async (key, seed) => {
    for (const { revisions, isTakenBack } of fc.sample(transactions, { numRuns: 3, seed }).flat()) {
      const ofOne = revisions.map((input) => ({ ...input, key }));
      await carryOut(ofOne, isTakenBack, 3);
    }
    writers -= 1;
  });
  const reading = Array.from({ length: 3 }, async () => {
    while (writers > 0) await remember(await justNow());
  });
  await Promise.all([...writing, ...reading]);
  expect(remembered.size).toBeGreaterThan(10);
  await recall();
}, 60_000);

it('tells the newest value that was published and not withdrawn', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(revision, { minLength: 1, maxLength: 8 }), async (revisions) => {
      await revise(pool, { key: 'synthetic-0001/ACTUAL/project', status: 'WITHDRAWN' });
      let expected: string | null = null;
      for (const input of revisions) {
        await revise(pool, { ...input, key: 'synthetic-0001/ACTUAL/project' });
        if (input.status === 'PUBLISHED') expected = String(input.value);
        if (input.status === 'WITHDRAWN') expected = null;
        const { project } = await query(
          pool,
          '{ project(code: "synthetic-0001") { figures { place { __typename } value } } }',
        );
        const ofProject = project.figures.filter(
          ({ place }: { place: { __typename: string } }) => place.__typename === 'Project',
        );
        expect(ofProject.map(({ value }: { value: string }) => value)).toEqual(
          expected === null ? [] : [expected],
        );
      }
    }),
    { numRuns: 15, endOnFailure: true },
  );
}, 60_000);
