import { describe, expect, it } from 'vitest';
import { type TestDatabase, useTestDatabase } from '../../../../testing/database.ts';
import { query } from '../../../../testing/execute.ts';
import { revise } from '../../../../testing/revise.ts';
import { newestVersion } from '../../../../testing/transact.ts';

const KEY = 'reintegration-ii/workshops-held/actual/project/2023';
const CITY_KEY = 'reintegration-ii/good-neighbor-club-workshops/actual/city:novi-pazar/project-start..';
const NEW_KEY = 'reintegration-ii/workshops-held/actual/city:pirot/2024';

/** Everything through which the public could learn of a value. */
const EVERYWHERE = `query ($ids: [ID!]!) {
  dataVersion
  measurements(first: 100) { totalCount nodes { id value revision status revisions { revision value status } } }
  byIndicator: measurements(filter: { indicator: "workshops-held" }) { totalCount nodes { value } }
  byCity: measurements(filter: { city: "pirot" }) { totalCount }
  nodes(ids: $ids) { id ... on Measurement { value revision } }
  project(code: "reintegration-ii") {
    figures { indicator { code } value revision dataVersion target { value } baseline { value } progress }
    sum(indicator: "workshops-held", over: PLACE) { value parts { value } }
    total: sum(indicator: "workshops-held", over: PERIOD) { value }
  }
  cities(first: 50) { nodes { code figures { value } } }
  indicators(filter: { project: "reintegration-ii" }, first: 100) { totalCount nodes { code } }
}`;

const idOf = (key: string) => Buffer.from(`Measurement:${key}`).toString('base64url');
const everywhere = ({ pool }: TestDatabase) =>
  query(pool, EVERYWHERE, { ids: [KEY, CITY_KEY, NEW_KEY].map(idOf) });

/** A measurement that has no revision yet. */
async function announce({ pool }: TestDatabase): Promise<void> {
  await pool.query(
    `INSERT INTO measurement (key, project_id, indicator_id, kind, city_id, period_start, period_end)
     SELECT $1, project.id, indicator.id, 'ACTUAL', city.id, '2024', '2024' FROM project, indicator, city
     WHERE project.code = 'reintegration-ii' AND indicator.code = 'workshops-held' AND city.code = 'pirot'`,
    [NEW_KEY],
  );
}

describe('a preliminary value', () => {
  it('of a new measurement is nowhere to be seen, and publishes nothing', async () => {
    const database = await useTestDatabase('loaded');
    const before = await everywhere(database);
    await announce(database);
    expect(await everywhere(database)).toEqual(before);
    await revise(database.pool, { key: NEW_KEY, value: 9, status: 'PRELIMINARY' });
    expect(await everywhere(database)).toEqual(before);
    expect(await newestVersion(database.pool)).toBe(1);
  });

  it('after a published one leaves that in its place, and no trace in its history', async () => {
    const database = await useTestDatabase('loaded');
    const before = await everywhere(database);
    await revise(database.pool, { key: KEY, value: 9999, status: 'PRELIMINARY' });
    expect(await everywhere(database)).toEqual(before);
  });

  it('stays unseen once something else is published after it', async () => {
    const database = await useTestDatabase('loaded');
    await announce(database);
    await revise(database.pool, { key: KEY, value: 9999, status: 'PRELIMINARY' });
    await revise(database.pool, { key: NEW_KEY, value: 9999, status: 'PRELIMINARY' });
    const before = await everywhere(database);
    await database.pool.query(`UPDATE source SET publisher = publisher || '!'`);
    const after = await everywhere(database);
    const withoutVersion = (told: unknown) => JSON.stringify(told).replace(/"dataVersion":\d+/g, '');
    expect(withoutVersion(after)).toBe(withoutVersion(before));
    expect([before.dataVersion, after.dataVersion]).toEqual([1, 2]);
    expect(after.nodes[0]).toMatchObject({ value: '590', revision: 1 });
  });

  it('leaves a gap in the numbers when another is published after it', async () => {
    const database = await useTestDatabase('loaded');
    await revise(database.pool, { key: KEY, value: 9999, status: 'PRELIMINARY' });
    await revise(database.pool, { key: KEY, value: 592 });
    const { nodes, dataVersion } = await everywhere(database);
    expect(nodes[0]).toEqual({ id: idOf(KEY), value: '592', revision: 3 });
    expect(dataVersion).toBe(2);
    const { measurements } = await everywhere(database);
    const { revisions } = measurements.nodes.find(({ id }: { id: string }) => id === idOf(KEY));
    expect(revisions.map(({ revision }: { revision: number }) => revision)).toEqual([1, 3]);
  });

  it('after a withdrawn one does not bring it back', async () => {
    const database = await useTestDatabase('loaded');
    await revise(database.pool, { key: KEY, value: 590, status: 'WITHDRAWN' });
    const before = await everywhere(database);
    await revise(database.pool, { key: KEY, value: 9999, status: 'PRELIMINARY' });
    expect(await everywhere(database)).toEqual(before);
  });
});

describe('a withdrawn value', () => {
  it('is gone from every list, total, figure and sum, and from the nodes', async () => {
    const database = await useTestDatabase('loaded');
    const before = await everywhere(database);
    await revise(database.pool, { key: CITY_KEY, value: 132, status: 'WITHDRAWN' });
    const after = await everywhere(database);
    expect(after.measurements.totalCount).toBe(before.measurements.totalCount - 1);
    expect(after.measurements.nodes.map(({ id }: { id: string }) => id)).not.toContain(idOf(CITY_KEY));
    expect(after.nodes[1]).toBeNull();
    expect(after.project.figures).toHaveLength(before.project.figures.length - 1);
    const inNoviPazar = after.cities.nodes.find(
      ({ code }: { code: string }) => code === 'novi-pazar',
    ).figures;
    expect(inNoviPazar).toHaveLength(4);
    expect(after.dataVersion).toBe(2);
  });

  it('comes back by a further revision, and its history tells all three', async () => {
    const database = await useTestDatabase('loaded');
    await revise(database.pool, { key: KEY, value: 590, status: 'WITHDRAWN' });
    await revise(database.pool, { key: KEY, value: 588 });
    const { measurements } = await everywhere(database);
    const { value, revisions } = measurements.nodes.find(({ id }: { id: string }) => id === idOf(KEY));
    expect(value).toBe('588');
    expect(revisions).toEqual([
      { revision: 1, value: '590', status: 'PUBLISHED' },
      { revision: 2, value: '590', status: 'WITHDRAWN' },
      { revision: 3, value: '588', status: 'PUBLISHED' },
    ]);
  });
});

describe('a published value', () => {
  it('of a new measurement is seen everywhere at once, with the version that brought it', async () => {
    const database = await useTestDatabase('loaded');
    await announce(database);
    await revise(database.pool, { key: NEW_KEY, value: 9 });
    const { measurements, byCity, nodes, project, dataVersion } = await everywhere(database);
    expect(measurements.totalCount).toBe(18);
    expect(byCity.totalCount).toBe(2);
    expect(nodes[2]).toEqual({ id: idOf(NEW_KEY), value: '9', revision: 1 });
    expect(project.sum).toEqual({ value: '9', parts: [{ value: '9' }] });
    expect(dataVersion).toBe(2);
    expect(new Set(project.figures.map((figure: { dataVersion: number }) => figure.dataVersion))).toEqual(
      new Set([2]),
    );
  });
});
