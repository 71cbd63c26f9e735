import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../../../testing/database.ts';
import { useDatasetCopy } from '../../../../testing/dataset-copy.ts';
import { query } from '../../../../testing/execute.ts';
import { revise } from '../../../../testing/revise.ts';
import { readTables } from '../../../../testing/table-rows.ts';
import { newestVersion } from '../../../../testing/transact.ts';
import { loadDataset } from './load-dataset.ts';

const KEY = 'reintegration-ii/workshops-held/actual/project/2023';
const ENTRY = 6;
const ofKey = { kind: 'measurements', key: KEY };
const FIGURE = `query ($asOf: DateTime) { project(code: "reintegration-ii") { figures(indicators: ["workshops-held"], asOf: $asOf) {
  value revision asOf sources { code } note(locale: EN) measurement { revisions { revision value status } }
} } }`;

async function useLoaded() {
  const [{ pool }, { directory, edit }] = [await useTestDatabase('loaded'), await useDatasetCopy()];
  return {
    pool,
    edit,
    load: () => loadDataset(pool, directory),
    figure: async (asOf?: string) => (await query(pool, FIGURE, { asOf })).project.figures[0],
  };
}

describe('an edited figure', () => {
  it('becomes a second revision, and the first is told for ever as of its time', async () => {
    const { pool, edit, load, figure } = await useLoaded();
    const before = await figure();
    await edit('measurements', (entries) => {
      entries[ENTRY].value = '591';
    });
    expect(await load()).toMatchObject({
      added: [],
      changed: [ofKey],
      withdrawn: [],
      removed: [],
      kept: [],
      unchanged: 84,
    });
    expect(await figure()).toMatchObject({ value: '591', revision: 2 });
    expect(await figure(before.asOf)).toEqual(before);
    expect(await newestVersion(pool)).toBe(2);
    const { measurement } = await readTables(pool);
    expect(measurement).toHaveLength(17);
  });

  it.each([
    ['its note', { note: { en: 'Counted twice.' } }, { note: 'Counted twice.' }],
    [
      'its source',
      { sources: ['round-table-shelter', 'results-2023'] },
      { sources: [{ code: 'round-table-shelter' }, { code: 'results-2023' }] },
    ],
    ['its qualifier', { qualifier: 'ABOUT' }, { value: '590' }],
  ])('becomes a second revision also when only %s was edited', async (_what, change, told) => {
    const { edit, load, figure } = await useLoaded();
    await edit('measurements', (entries) => {
      Object.assign(entries[ENTRY], change);
    });
    expect(await load()).toMatchObject({ changed: [ofKey] });
    expect(await figure()).toMatchObject({ revision: 2, ...told });
  });

  it('stays one revision when the number is only written differently', async () => {
    const { pool, edit, load, figure } = await useLoaded();
    await edit('measurements', (entries) => {
      entries[ENTRY].value = '590.0';
    });
    expect(await load()).toMatchObject({ changed: [ofKey] });
    expect(await figure()).toMatchObject({ value: '590', revision: 1 });
    expect(await newestVersion(pool)).toBe(1);
  });
});

describe('a figure that the files no longer hold', () => {
  it('is withdrawn, and told for ever as of its time', async () => {
    const { pool, edit, load, figure } = await useLoaded();
    const before = await figure();
    await edit('measurements', (entries) => void entries.splice(ENTRY, 1));
    expect(await load()).toMatchObject({
      added: [],
      changed: [],
      withdrawn: [ofKey],
      removed: [],
      unchanged: 84,
    });
    expect(await figure()).toBeUndefined();
    expect(await figure(before.asOf)).toEqual(before);
    expect(await load()).toMatchObject({ withdrawn: [], unchanged: 84 });
    expect(await newestVersion(pool)).toBe(2);
  });

  it('comes back by a further revision when the files hold it again', async () => {
    const { edit, load, figure } = await useLoaded();
    let removed: unknown[] = [];
    await edit('measurements', (entries) => {
      removed = entries.splice(ENTRY, 1);
    });
    await load();
    await edit('measurements', (entries) => [...entries, ...removed]);
    expect(await load()).toMatchObject({ added: [ofKey], unchanged: 84 });
    const { value, revision, measurement } = await figure();
    expect({ value, revision }).toEqual({ value: '590', revision: 3 });
    expect(measurement.revisions.map(({ status }: { status: string }) => status)).toEqual([
      'PUBLISHED',
      'WITHDRAWN',
      'PUBLISHED',
    ]);
  });
});

describe('a correction made in the database since', () => {
  it('is not taken back by loading the same files again, or others of their entries', async () => {
    const { pool, edit, load, figure } = await useLoaded();
    await revise(pool, { key: KEY, value: 600 });
    expect(await load()).toMatchObject({ changed: [], unchanged: 85 });
    await edit('measurements', (entries) => {
      entries[0].value = '43';
    });
    await load();
    expect(await figure()).toMatchObject({ value: '600', revision: 2 });
  });

  it('gives way to an editor who then edits the same figure', async () => {
    const { pool, edit, load, figure } = await useLoaded();
    await revise(pool, { key: KEY, value: 600 });
    await edit('measurements', (entries) => {
      entries[ENTRY].value = '601';
    });
    await load();
    expect(await figure()).toMatchObject({ value: '601', revision: 3 });
  });

  it('is not repeated when the files come to say the same', async () => {
    const { pool, edit, load, figure } = await useLoaded();
    await revise(pool, { key: KEY, value: 600 });
    await edit('measurements', (entries) => {
      entries[ENTRY].value = '600';
    });
    expect(await load()).toMatchObject({ changed: [ofKey] });
    expect(await figure()).toMatchObject({ value: '600', revision: 2 });
    expect(await newestVersion(pool)).toBe(2);
  });

  it('that withdrew it already is not repeated when the files drop it', async () => {
    const { pool, edit, load } = await useLoaded();
    await revise(pool, { key: KEY, value: 590, status: 'WITHDRAWN' });
    await edit('measurements', (entries) => void entries.splice(ENTRY, 1));
    expect(await load()).toMatchObject({ withdrawn: [ofKey] });
    expect(await newestVersion(pool)).toBe(2);
  });
});

describe('what else an editor does', () => {
  it('to an activity is written, with its relations', async () => {
    const { pool, edit, load } = await useLoaded();
    await edit('activities', (entries) => {
      Object.assign(entries[0], {
        durationDays: 3,
        participantsFrom: ['pirot'],
        networks: ['iris'],
        sources: ['results-2023', 'seminar-pirot-en'],
      });
    });
    expect(await load()).toMatchObject({ changed: [{ kind: 'activities', key: 'study-visit-novi-pazar' }] });
    const { activity } = await query(
      pool,
      '{ activity(code: "study-visit-novi-pazar") { durationDays participantsFrom { code } networks { code } sources { code } parts { code } } }',
    );
    expect(activity).toEqual({
      durationDays: 3,
      participantsFrom: [{ code: 'pirot' }],
      networks: [{ code: 'iris' }],
      sources: [{ code: 'results-2023' }, { code: 'seminar-pirot-en' }],
      parts: [{ code: 'round-table-local-social-protection' }],
    });
  });

  it('removes an activity for good, with its public call', async () => {
    const { pool, edit, load } = await useLoaded();
    await edit('openCalls', () => []);
    await edit('activities', (entries) =>
      entries.filter(({ code }: { code: string }) => code !== 'public-call-grants-novi-pazar'),
    );
    expect(await load()).toMatchObject({
      removed: expect.arrayContaining([
        { kind: 'activities', key: 'public-call-grants-novi-pazar' },
        { kind: 'openCalls', key: 'public-call-grants-novi-pazar' },
      ]),
      unchanged: 83,
    });
    expect(await query(pool, '{ activities { totalCount } openCalls { totalCount } dataVersion }')).toEqual({
      activities: { totalCount: 6 },
      openCalls: { totalCount: 0 },
      dataVersion: 2,
    });
  });

  it('removes a larger activity together with its parts', async () => {
    const { pool, edit, load } = await useLoaded();
    await edit('activities', (entries) => entries.slice(2));
    await load();
    expect(await query(pool, '{ activities { totalCount } }')).toEqual({ activities: { totalCount: 5 } });
  });

  it('gives a public call another code', async () => {
    const { pool, edit, load } = await useLoaded();
    await edit('openCalls', ([call]) => [{ ...call, code: 'grants-2023', opensOn: '2023-05' }]);
    expect(await load()).toMatchObject({
      added: [{ kind: 'openCalls', key: 'grants-2023' }],
      removed: [{ kind: 'openCalls', key: 'public-call-grants-novi-pazar' }],
    });
    expect(await query(pool, '{ openCalls { nodes { code opensOn } } }')).toEqual({
      openCalls: { nodes: [{ code: 'grants-2023', opensOn: '2023-05' }] },
    });
  });

  it('mends records that had each other’s numbers', async () => {
    const { pool, edit, load } = await useLoaded();
    const swap =
      (fields: readonly string[]) =>
      ([a, b, c, ...others]: Record<string, unknown>[]) => {
        const numbers = [b, c, a].map((from) =>
          Object.fromEntries(fields.map((field) => [field, from?.[field]])),
        );
        return [a, b, c].map((entry, index) => ({ ...entry, ...numbers[index] })).concat(others);
      };
    await edit('cities', swap(['registryNumber', 'geonamesId']));
    await edit('districts', swap(['iso3166', 'nuts3']));
    await load();
    expect(
      await query(
        pool,
        '{ cities(district: "pirotski") { nodes { code registryNumber geonamesId } } districts { code iso3166 nuts3 } dataVersion }',
      ),
    ).toMatchObject({
      cities: {
        nodes: [
          { code: 'babusnica', registryNumber: '70050', geonamesId: null },
          { code: 'bela-palanka', registryNumber: '70939', geonamesId: 787050 },
          { code: 'dimitrovgrad', registryNumber: '70084', geonamesId: 792784 },
          { code: 'pirot', registryNumber: '70505', geonamesId: 791487 },
        ],
      },
      districts: expect.arrayContaining([
        { code: 'pirotski', iso3166: 'RS-19', nuts3: 'RS216' },
        { code: 'rasinski', iso3166: 'RS-18', nuts3: 'RS217' },
        { code: 'raski', iso3166: 'RS-22', nuts3: 'RS226' },
      ]),
      dataVersion: 2,
    });
  });

  it('to the project replaces everything that its file says', async () => {
    const { pool, edit, load } = await useLoaded();
    await edit('project', (project) => ({
      ...project,
      status: 'ONGOING',
      startsOn: '2022',
      cities: ['pirot'],
      participations: project.participations.slice(0, 1),
      budgets: [{ city: 'pirot', amount: '1.50', currency: 'EUR', sources: ['results-2023'] }],
    }));
    expect(await load()).toMatchObject({ changed: [{ kind: 'project', key: 'reintegration-ii' }] });
    expect(
      await query(
        pool,
        '{ project(code: "reintegration-ii") { status startsOn cities { code } participations { role } budgets { amount { amount } } figures { value } } }',
      ),
    ).toMatchObject({
      project: {
        status: 'ONGOING',
        startsOn: '2022',
        cities: [{ code: 'pirot' }],
        participations: [{ role: 'FUNDER' }],
        budgets: [{ amount: { amount: '1.50' } }],
        figures: { length: 15 },
      },
    });
  });

  it('keeps shared records that the files no longer hold: others may point to them', async () => {
    const { pool, edit, load } = await useLoaded();
    await edit('cities', (entries) => entries.filter(({ code }: { code: string }) => code !== 'brus'));
    expect(await load()).toMatchObject({
      kept: [{ kind: 'cities', key: 'brus' }],
      removed: [],
      unchanged: 84,
    });
    expect(await query(pool, '{ city(code: "brus") { code } dataVersion }')).toEqual({
      city: { code: 'brus' },
      dataVersion: 1,
    });
    expect(await load()).toMatchObject({ kept: [], unchanged: 84 });
  });
});
