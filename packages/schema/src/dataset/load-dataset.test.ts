import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { datasetDirectory, useTestDatabase } from '../../../../testing/database.ts';
import { useDatasetCopy } from '../../../../testing/dataset-copy.ts';
import { countRowsOfTables, readTables } from '../../../../testing/table-rows.ts';
import { newestVersion } from '../../../../testing/transact.ts';
import { loadDataset } from './load-dataset.ts';
import { DatasetError } from './problem.ts';
import { readDataset } from './read-dataset.ts';

const NOTHING = { added: [], changed: [], withdrawn: [], removed: [], kept: [] };

describe('a first load', () => {
  it('writes every entry, in one transaction and as one version', async () => {
    const { pool } = await useTestDatabase('migrated');
    const { added, unchanged, ...report } = await loadDataset(pool, datasetDirectory);
    expect({ ...report, unchanged }).toMatchObject({
      dataset: 'reintegration-ii',
      changed: [],
      withdrawn: [],
      removed: [],
      kept: [],
      unchanged: 0,
    });
    expect(added).toHaveLength(85);
    expect(added).toContainEqual({
      kind: 'measurements',
      key: 'reintegration-ii/workshops-held/actual/project/2023',
    });
    expect(await newestVersion(pool)).toBe(1);
    expect(await countRowsOfTables(pool)).toMatchObject({
      ...{
        activity: 7,
        activity_network: 2,
        activity_origin: 22,
        activity_source: 7,
        budget: 2,
        budget_source: 3,
      },
      ...{
        city: 19,
        component: 4,
        dataset_entry: 85,
        dataset_files: 1,
        district: 7,
        indicator: 16,
        measurement: 17,
        network: 1,
      },
      ...{
        measurement_revision: 17,
        measurement_revision_source: 17,
        network_member: 0,
        open_call: 1,
        organization: 7,
      },
      ...{ participation: 6, project: 1, project_city: 4, project_component: 4, project_date_source: 3 },
      ...{
        project_district: 3,
        publication: 1,
        source: 5,
        beneficiary: 0,
        support: 0,
        statistics_release: 0,
      },
    });
  });

  it('by two at once leaves one set of rows', async () => {
    const { pool } = await useTestDatabase('migrated');
    const reports = await Promise.all([1, 2, 3].map(() => loadDataset(pool, datasetDirectory)));
    expect(reports.map(({ added }) => added.length).sort((a, b) => a - b)).toEqual([0, 0, 85]);
    expect(reports.map(({ unchanged }) => unchanged).sort((a, b) => a - b)).toEqual([0, 85, 85]);
    const { pool: loaded } = await useTestDatabase('loaded');
    expect(await countRowsOfTables(pool)).toEqual(await countRowsOfTables(loaded));
    expect(await newestVersion(pool)).toBe(1);
  });

  it('of what was read before writes the same, whatever becomes of the files', async () => {
    const { pool } = await useTestDatabase('migrated');
    const { directory, edit } = await useDatasetCopy();
    const dataset = await readDataset(directory);
    await edit('measurements', () => []);
    expect((await loadDataset(pool, dataset)).added).toHaveLength(85);
    const { pool: loaded } = await useTestDatabase('loaded');
    expect(await countRowsOfTables(pool)).toEqual(await countRowsOfTables(loaded));
  });

  it('that fails in the middle leaves nothing, and can be tried again', async () => {
    const { pool } = await useTestDatabase('migrated');
    const before = await readTables(pool);
    await pool.query('ALTER TABLE measurement_revision ADD CONSTRAINT planted CHECK (value <> 590)');
    await expect(loadDataset(pool, datasetDirectory)).rejects.toThrow(/planted/);
    expect(await readTables(pool)).toEqual(before);
    expect(await newestVersion(pool)).toBe(0);
    await pool.query('ALTER TABLE measurement_revision DROP CONSTRAINT planted');
    expect((await loadDataset(pool, datasetDirectory)).added).toHaveLength(85);
    expect(await newestVersion(pool)).toBe(1);
  });
});

describe('loading the same files again', () => {
  it('changes nothing', async () => {
    const { pool } = await useTestDatabase('loaded');
    const before = await readTables(pool);
    expect(await loadDataset(pool, datasetDirectory)).toEqual({
      ...NOTHING,
      dataset: 'reintegration-ii',
      unchanged: 85,
    });
    expect(await readTables(pool)).toEqual(before);
  });

  it('changes nothing either where the files are only laid out differently', async () => {
    const { pool } = await useTestDatabase('loaded');
    const { directory, edit } = await useDatasetCopy();
    await edit('measurements', (entries) =>
      entries.map((entry: object) => Object.fromEntries(Object.entries(entry).reverse())).reverse(),
    );
    await edit('cities', (entries) => entries.reverse());
    const { dataset_files, ...before } = await readTables(pool);
    expect(await loadDataset(pool, directory)).toMatchObject({ ...NOTHING, unchanged: 85 });
    expect(await readTables(pool)).toMatchObject(before);
    expect((await readTables(pool)).dataset_files).not.toEqual(dataset_files);
  });

  it('does not look into them, until they are others', async () => {
    const { pool } = await useTestDatabase('loaded');
    const { directory, edit } = await useDatasetCopy();
    await pool.query(`UPDATE dataset_entry SET digest = 'x' WHERE kind = 'networks'`);
    expect(await loadDataset(pool, directory)).toMatchObject({ ...NOTHING, unchanged: 85 });
    await edit('cities', (entries) => entries.reverse());
    const changed = [{ kind: 'networks', key: 'iris' }];
    expect(await loadDataset(pool, directory)).toMatchObject({ ...NOTHING, changed, unchanged: 84 });
  });

  it('after others of the same dataset loads them', async () => {
    const { pool } = await useTestDatabase('loaded');
    const { directory, edit } = await useDatasetCopy();
    await edit('sources', ([source, ...others]) => [{ ...source, publisher: 'Another' }, ...others]);
    for (const from of [directory, datasetDirectory, directory]) {
      expect((await loadDataset(pool, from)).changed).toHaveLength(1);
    }
  });

  it('is told apart from a copy of them that was changed', async () => {
    const { pool } = await useTestDatabase('loaded');
    const dataset = await readDataset(datasetDirectory);
    const sources = dataset.sources.map((source, index) =>
      index > 0 ? source : { ...source, publisher: 'Another' },
    );
    expect((await loadDataset(pool, { ...dataset, sources })).changed).toHaveLength(1);
    expect((await loadDataset(pool, dataset)).changed).toHaveLength(1);
    expect(await loadDataset(pool, datasetDirectory)).toMatchObject({ ...NOTHING, unchanged: 85 });
  });

  it('refuses what has come beside them', async () => {
    const { pool } = await useTestDatabase('loaded');
    const { directory } = await useDatasetCopy();
    await writeFile(path.join(directory, 'towns.json'), '{}');
    await expect(loadDataset(pool, directory)).rejects.toThrow('towns.json: found a file of no known kind');
  });
});

describe('an invalid dataset', () => {
  it('writes nothing, and says everything that is wrong with it', async () => {
    const { pool } = await useTestDatabase('migrated');
    const { directory, edit } = await useDatasetCopy();
    await edit('project', (project) => ({ ...project, endsOn: '2025-04-31' }));
    await edit('measurements', (entries) => {
      entries[0].sources = ['no-such-source'];
    });
    const before = await readTables(pool);
    const failure = await loadDataset(pool, directory).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DatasetError);
    expect((failure as DatasetError).problems.map(({ file, path }) => `${file}: ${path}`)).toEqual([
      'project.json: project.endsOn',
      'measurements.json: measurements[0].sources[0]',
    ]);
    expect(await readTables(pool)).toEqual(before);
  });

  it('leaves what was loaded before as it was', async () => {
    const { pool } = await useTestDatabase('loaded');
    const { directory, edit } = await useDatasetCopy();
    await edit('measurements', (entries) => {
      entries[0].value = '43';
      entries[1].value = 'many';
    });
    const before = await readTables(pool);
    await expect(loadDataset(pool, directory)).rejects.toThrow('measurements[1].value');
    expect(await readTables(pool)).toEqual(before);
  });
});
