import { expect, it } from 'vitest';
import { useTestDatabase } from '../../../../testing/database.ts';
import { useDatasetCopy } from '../../../../testing/dataset-copy.ts';
import { executeAs, queryAs, viewerOf } from '../../../../testing/viewers.ts';
import { loadDataset } from '../dataset/load-dataset.ts';

const CONTACTS = `{
  organization(code: "idc") { contacts { kind value } }
  network(code: "iris") { members { contacts { value } } }
}`;
const OFFICE = { kind: 'EMAIL', value: 'office@example.org' };

async function useContacts() {
  const { pool } = await useTestDatabase('loaded');
  const { directory, edit } = await useDatasetCopy();
  await edit('organizations', (entries) => {
    const idc = entries.find(({ code }: { code: string }) => code === 'idc');
    idc.contacts = [{ kind: 'PHONE', value: '+38111123456' }, OFFICE];
  });
  await loadDataset(pool, directory);
  return { pool, directory, edit };
}

it('tells members how an organization is reached', async () => {
  const { pool } = await useContacts();
  const { organization } = await queryAs(pool, viewerOf('MEMBER'), CONTACTS);
  expect(organization.contacts).toEqual([OFFICE, { kind: 'PHONE', value: '+38111123456' }]);
});

it('tells the public nothing of it, and does not look', async () => {
  const { pool } = await useContacts();
  const { data, statements } = await executeAs(pool, { role: 'PUBLIC' }, CONTACTS);
  expect(data.organization).toEqual({ contacts: [] });
  expect(JSON.stringify(data)).not.toContain('example.org');
  expect(statements.map(({ sql }) => sql).join()).not.toContain('organization_contact');
});

it('forgets what is no longer in the dataset, and publishes nothing by that alone', async () => {
  const { pool, directory, edit } = await useContacts();
  await edit('organizations', (entries) => {
    for (const entry of entries) delete entry.contacts;
  });
  await loadDataset(pool, directory);
  const { organization } = await queryAs(pool, viewerOf('MEMBER'), CONTACTS);
  expect(organization.contacts).toEqual([]);
  const { dataVersion } = await queryAs(pool, { role: 'PUBLIC' }, '{ dataVersion }');
  expect(dataVersion).toBe(1);
});
