import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../../../testing/database.ts';
import { execute, query, refusal } from '../../../../testing/execute.ts';
import { revise } from '../../../../testing/revise.ts';

const KEY = 'reintegration-ii/workshops-held/actual/project/2023';
const AS_OF = `query ($asOf: DateTime!) {
  project(code: "reintegration-ii") {
    figures(indicators: ["workshops-held"], asOf: $asOf) { value revision asOf dataVersion }
    sum(indicator: "workshops-held", over: PERIOD, asOf: $asOf) { value }
  }
  city(code: "novi-pazar") { figures(asOf: $asOf) { value } }
  district(code: "raski") { figures(asOf: $asOf) { value } }
  measurements(asOf: $asOf) { totalCount nodes { value } }
}`;

it('tells the value as it stood, with the version and the instant that the answer is for', async () => {
  const { pool } = await useTestDatabase('loaded');
  const { recordedAt } = await revise(pool, { key: KEY, value: 591 });
  const justBefore = new Date(recordedAt.getTime() - 1);
  const { project: before } = await query(pool, AS_OF, { asOf: justBefore.toISOString() });
  const { project: after } = await query(pool, AS_OF, { asOf: recordedAt.toISOString() });
  expect(before).toEqual({
    figures: [{ value: '590', revision: 1, asOf: justBefore.toISOString(), dataVersion: 1 }],
    sum: { value: '590' },
  });
  expect(after).toEqual({
    figures: [{ value: '591', revision: 2, asOf: recordedAt.toISOString(), dataVersion: 2 }],
    sum: { value: '591' },
  });
});

it('tells the same as the answer of today, asked with the instant that this one names', async () => {
  const { pool } = await useTestDatabase('loaded');
  await revise(pool, { key: KEY, value: 591 });
  const fields = '{ value revision asOf dataVersion recordedAt citation(locale: EN) progress }';
  const today = await query(pool, `{ project(code: "reintegration-ii") { figures ${fields} } }`);
  const { asOf } = today.project.figures[0];
  const again = await query(
    pool,
    `query ($asOf: DateTime) { project(code: "reintegration-ii") { figures(asOf: $asOf) ${fields} } }`,
    { asOf },
  );
  expect(JSON.stringify(again)).toBe(JSON.stringify(today));
});

it('holds a value against the target as that stood too', async () => {
  const { pool } = await useTestDatabase('loaded');
  const target = 'reintegration-ii/beneficiaries-employed-by-subsidy/target/city:novi-pazar/..2025-04';
  const { recordedAt } = await revise(pool, { key: target, value: 44, qualifier: 'AT_LEAST' });
  const document = `query ($asOf: DateTime) { city(code: "novi-pazar") {
    figures(indicators: ["beneficiaries-employed-by-subsidy"], asOf: $asOf) { value target { value qualifier revision } progress }
  } }`;
  const asOf = async (instant: Date) =>
    (await query(pool, document, { asOf: instant.toISOString() })).city.figures;
  const before = {
    value: '22',
    target: { value: '40', qualifier: 'MORE_THAN', revision: 1 },
    progress: '0.55',
  };
  const after = { value: '22', target: { value: '44', qualifier: 'AT_LEAST', revision: 2 }, progress: '0.5' };
  expect(await asOf(new Date(recordedAt.getTime() - 1))).toEqual([before]);
  expect(await asOf(recordedAt)).toEqual([after]);
});

it('is empty before the first publication', async () => {
  const { pool } = await useTestDatabase('loaded');
  expect(await query(pool, AS_OF, { asOf: '1999-12-31T23:59:59.999Z' })).toEqual({
    project: { figures: [], sum: null },
    city: { figures: [] },
    district: { figures: [] },
    measurements: { totalCount: 0, nodes: [] },
  });
});

it('is empty in a database that nothing was published in', async () => {
  const { pool } = await useTestDatabase('migrated');
  const told = await query(
    pool,
    '{ dataVersion measurements { totalCount nodes { value } } projects { totalCount } past: measurements(asOf: "2020-01-01T00:00:00.000Z") { totalCount } }',
  );
  expect(told).toEqual({
    dataVersion: 0,
    measurements: { totalCount: 0, nodes: [] },
    projects: { totalCount: 0 },
    past: { totalCount: 0 },
  });
});

describe('an instant that is yet to come', () => {
  it.each(['figures', 'sum', 'measurements'])('is refused by %s', async (field) => {
    const { pool } = await useTestDatabase('loaded');
    const asOf = new Date(Date.now() + 60_000).toISOString();
    const fields = {
      figures: `project(code: "reintegration-ii") { figures(asOf: "${asOf}") { value } }`,
      sum: `project(code: "reintegration-ii") { sum(indicator: "workshops-held", over: PERIOD, asOf: "${asOf}") { value } }`,
      measurements: `measurements(asOf: "${asOf}") { totalCount }`,
    }[field];
    expect(await refusal(pool, `{ ${fields} }`)).toMatchObject({
      message: `"asOf" is ${asOf}, which is yet to come. Expected an instant that has passed.`,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it.each([
    ['figures', 'figures(indicators: ["workshops-held"]'],
    ['sum', 'sum(indicator: "workshops-held", over: PERIOD'],
  ])('is refused by the field that asks for it, and by no other: %s', async (_field, begin) => {
    const { pool } = await useTestDatabase('loaded');
    const asOf = new Date(Date.now() + 60_000).toISOString();
    const ask = (name: string, end: string) =>
      `${name}: project(code: "reintegration-ii") { asked: ${begin}${end}) { value } }`;
    const document = `{ ${ask('now', '')} ${ask('soon', `, asOf: "${asOf}"`)} ${ask('past', ', asOf: "2020-01-01T00:00:00Z"')} }`;
    const { data, errors } = await execute(pool, { document });
    expect(errors).toMatchObject([{ path: ['soon', 'asked'], extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(JSON.stringify(data.now)).toContain('"value":"590"');
    expect(data.past).not.toBeNull();
  });

  it.each(['yesterday', '2023', '2023-02-30T00:00:00Z', '2023-01-01T00:00:00'])(
    'or none at all is refused: %s',
    async (asOf) => {
      const { pool } = await useTestDatabase('loaded');
      const { message } = await refusal(pool, AS_OF, { asOf });
      expect(message).toContain('DateTime');
    },
  );
});

describe('an instant that has just passed', () => {
  it('is answered once the transaction that is publishing has ended, with what it published', async () => {
    const { pool } = await useTestDatabase('loaded');
    const publisher = await pool.connect();
    await publisher.query('BEGIN');
    const { recordedAt } = await revise(publisher, { key: KEY, value: 591 });
    await sleep(20);

    let answer: unknown;
    const reading = query(pool, AS_OF, { asOf: new Date().toISOString() }).then(({ project }) => {
      answer = project.figures[0];
    });
    await sleep(300);
    expect(answer, 'answered before it could know').toBeUndefined();
    await publisher.query('COMMIT');
    publisher.release();
    await reading;
    expect(answer).toMatchObject({ value: '591', dataVersion: 2 });
    const { project } = await query(pool, AS_OF, { asOf: recordedAt.toISOString() });
    expect(project.figures[0]).toMatchObject({ value: '591', revision: 2 });
  });

  it('is answered alike before and after a transaction that began earlier and published later', async () => {
    const { pool } = await useTestDatabase('loaded');
    const publisher = await pool.connect();
    await publisher.query('BEGIN');
    await publisher.query('SELECT now()');
    await sleep(20);
    const asOf = new Date().toISOString();
    const before = await query(pool, AS_OF, { asOf });
    await sleep(20);
    await revise(publisher, { key: KEY, value: 591 });
    await publisher.query('COMMIT');
    publisher.release();
    expect(await query(pool, AS_OF, { asOf })).toEqual(before);
  });

  it('is answered without waiting for one that has passed long ago, or for the data of today', async () => {
    const { pool } = await useTestDatabase('loaded');
    const { recordedAt } = await revise(pool, { key: KEY, value: 591 });
    const publisher = await pool.connect();
    await publisher.query('BEGIN');
    await revise(publisher, { key: KEY, value: 592 });
    const { project: past } = await query(pool, AS_OF, { asOf: recordedAt.toISOString() });
    const { project: now } = await query(
      pool,
      '{ project(code: "reintegration-ii") { figures(indicators: ["workshops-held"]) { value } } }',
    );
    await publisher.query('ROLLBACK');
    publisher.release();
    expect([past.figures[0].value, now.figures[0].value]).toEqual(['591', '591']);
  });
});

it('gives all fields of one answer the same edition, whatever is published in the meantime', async () => {
  const { pool } = await useTestDatabase('loaded', 8);
  const document = `{
    a: project(code: "reintegration-ii") { figures { dataVersion asOf measurement { revision } } }
    b: cities(first: 50) { nodes { district { cities { figures { dataVersion asOf } } } figures { dataVersion asOf } } }
    c: measurements(first: 100) { nodes { revision } }
    dataVersion
  }`;
  let done = false;
  const publishing = (async () => {
    for (let value = 0; !done; value += 1) await revise(pool, { key: KEY, value });
  })();
  for (let round = 0; round < 10; round += 1) {
    const { dataVersion, ...told } = await query(pool, document);
    const versions = [...JSON.stringify(told).matchAll(/"dataVersion":(\d+)/g)].map(([, version]) =>
      Number(version),
    );
    expect(new Set(versions)).toEqual(new Set([dataVersion]));
  }
  done = true;
  await publishing;
});
