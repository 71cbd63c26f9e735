import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../../../testing/database.ts';
import { useDatasetCopy } from '../../../../testing/dataset-copy.ts';
import { readTables } from '../../../../testing/table-rows.ts';
import { loadDataset } from './load-dataset.ts';

/** A second project that shares places, organizations and indicators with the first. */
async function useSecondProject() {
  const { pool } = await useTestDatabase('loaded');
  const copy = await useDatasetCopy();
  await copy.edit('project', (project) => {
    project.code = 'synthetic-second';
  });
  for (const kind of ['activities', 'openCalls', 'measurements'] as const) await copy.edit(kind, () => []);
  return { pool, ...copy, load: () => loadDataset(pool, copy.directory) };
}

describe('a second dataset', () => {
  it('may share what it describes alike', async () => {
    const { load } = await useSecondProject();
    expect(await load()).toMatchObject({
      dataset: 'synthetic-second',
      changed: [],
      withdrawn: [],
      removed: [],
    });
  });

  it('may not take over activities of the first, nor describe shared records otherwise, and writes nothing', async () => {
    const { pool, edit, load } = await useSecondProject();
    await edit('activities', () => [
      { code: 'marathon', type: 'PUBLIC_EVENT', title: { en: 'Synthetic' }, sources: ['results-2023'] },
    ]);
    await edit('components', (components) => {
      components[0].name.en = 'Hijacked';
    });
    const before = await readTables(pool);
    await expect(load()).rejects.toMatchObject({
      problems: [
        {
          file: 'components.json',
          path: 'components ECONOMIC',
          found: 'other content than dataset reintegration-ii has',
          expected: 'the same content, or another code',
        },
        {
          file: 'activities.json',
          path: 'activities marathon',
          found: 'a code of project reintegration-ii',
          expected: 'a code that no other project uses',
        },
      ],
    });
    expect(await readTables(pool)).toEqual(before);
  });
});
