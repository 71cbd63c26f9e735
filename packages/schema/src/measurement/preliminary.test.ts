import { describe, expect, it } from 'vitest';
import { type TestDatabase, useTestDatabase } from '../../../../testing/database.ts';
import { revise } from '../../../../testing/revise.ts';
import { queryAs, viewerOf } from '../../../../testing/viewers.ts';
import type { Viewer } from '../context.ts';

const KEY = 'reintegration-ii/workshops-held/actual/project/2023';
const NEW_KEY = 'reintegration-ii/workshops-held/actual/city:pirot/2024';
const idOf = (key: string) => Buffer.from(`Measurement:${key}`).toString('base64url');
const PUBLIC: Viewer = { role: 'PUBLIC' };
const KNOWN = [viewerOf('MEMBER', { projectIds: [] }), viewerOf('PARTNER'), viewerOf('STEWARD')];

const EVERYWHERE = `query ($ids: [ID!]!, $asOf: DateTime) {
  measurements(first: 100, asOf: $asOf) { totalCount nodes { id value status revision revisions { value status } } }
  inPirot: measurements(filter: { city: "pirot", indicator: "workshops-held" }, asOf: $asOf) { totalCount nodes { value } }
  nodes(ids: $ids) { ... on Measurement { value status revisions { value status } } }
  project(code: "reintegration-ii") {
    figures { value revision target { value } progress }
    sum(indicator: "workshops-held", over: PLACE) { value parts { value } }
  }
}`;
const everywhere = ({ pool }: TestDatabase, viewer: Viewer, asOf?: Date) =>
  queryAs(pool, viewer, EVERYWHERE, { ids: [KEY, NEW_KEY].map(idOf), ...(asOf && { asOf }) });

/** A published value that is about to change, and one that was never published. */
async function prepare({ pool }: TestDatabase): Promise<void> {
  await pool.query(
    `INSERT INTO measurement (key, project_id, indicator_id, kind, city_id, period_start, period_end)
     SELECT $1, project.id, indicator.id, 'ACTUAL', city.id, '2024', '2024' FROM project, indicator, city
     WHERE project.code = 'reintegration-ii' AND indicator.code = 'workshops-held' AND city.code = 'pirot'`,
    [NEW_KEY],
  );
  await revise(pool, { key: KEY, value: 600, status: 'PRELIMINARY' });
  await revise(pool, { key: NEW_KEY, value: 9, status: 'PRELIMINARY' });
}

describe.each(KNOWN)('a preliminary value', (viewer) => {
  it(`is seen by a ${viewer.role} in lists, totals, nodes and histories`, async () => {
    const database = await useTestDatabase('loaded');
    await prepare(database);
    const { measurements, inPirot, nodes } = await everywhere(database, viewer);
    expect(measurements.totalCount).toBe(18);
    expect(inPirot).toEqual({ totalCount: 1, nodes: [{ value: '9' }] });
    expect(nodes).toEqual([
      {
        value: '600',
        status: 'PRELIMINARY',
        revisions: [
          { value: '590', status: 'PUBLISHED' },
          { value: '600', status: 'PRELIMINARY' },
        ],
      },
      { value: '9', status: 'PRELIMINARY', revisions: [{ value: '9', status: 'PRELIMINARY' }] },
    ]);
  });

  it(`is in no figure and no sum that a ${viewer.role} sees: these are what is published`, async () => {
    const database = await useTestDatabase('loaded');
    const before = await everywhere(database, PUBLIC);
    await prepare(database);
    expect((await everywhere(database, viewer)).project).toEqual(before.project);
  });

  it(`is not seen by the public, whatever a ${viewer.role} asked before`, async () => {
    const database = await useTestDatabase('loaded');
    const before = await everywhere(database, PUBLIC);
    await prepare(database);
    await everywhere(database, viewer);
    expect(await everywhere(database, PUBLIC)).toEqual(before);
  });
});

describe('as of an instant', () => {
  const member = viewerOf('MEMBER');

  it('a member sees what was preliminary by then, and not what came after', async () => {
    const database = await useTestDatabase('loaded');
    const { recordedAt } = await revise(database.pool, { key: KEY, value: 600, status: 'PRELIMINARY' });
    await revise(database.pool, { key: KEY, value: 700, status: 'PRELIMINARY' });
    const valueAt = async (viewer: Viewer, asOf: Date) => {
      const { measurements } = await everywhere(database, viewer, asOf);
      return measurements.nodes.find(({ id }: { id: string }) => id === idOf(KEY))?.value;
    };
    // The contract tells instants in milliseconds.
    const then = new Date(recordedAt.getTime() + 1);
    expect(await valueAt(member, then)).toBe('600');
    expect(await valueAt(member, new Date(recordedAt.getTime() - 1))).toBe('590');
    expect(await valueAt({ role: 'PUBLIC' }, then)).toBe('590');
  });

  it('a member sees that a value was withdrawn', async () => {
    const database = await useTestDatabase('loaded');
    await revise(database.pool, { key: KEY, value: 590, status: 'WITHDRAWN' });
    const { nodes } = await everywhere(database, member);
    expect(nodes[0]).toBeNull();
  });
});
