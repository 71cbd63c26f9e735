import type { WriterTransaction } from '../database/writer.ts';

/** Finds the id of a record by its code. */
export type IdOf = {
  (code: string): number;
  (code: string | undefined): number | null;
};

type CodedTable = {
  findMany(args: { select: { id: true; code: true } }): Promise<{ id: number; code: string }[]>;
};

/** Reads which id each code of a table has. */
export async function readIds(table: CodedTable): Promise<IdOf> {
  const rows = await table.findMany({ select: { id: true, code: true } });
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  const idOf = (code: string | undefined) => {
    if (code === undefined) return null;
    const id = ids.get(code);
    // The files were checked as a whole, so what they name was just written.
    if (id === undefined) throw new Error(`"${code}" was not written before what points to it`);
    return id;
  };
  return idOf as IdOf;
}

/** Ids by code of everything that entries point to. */
export type Ids = Readonly<
  Record<'source' | 'district' | 'city' | 'organization' | 'network' | 'project' | 'indicator', IdOf>
>;

/** Reads the ids of everything that entries point to. */
export async function readAllIds(tx: WriterTransaction): Promise<Ids> {
  return {
    source: await readIds(tx.source),
    district: await readIds(tx.district),
    city: await readIds(tx.city),
    organization: await readIds(tx.organization),
    network: await readIds(tx.network),
    project: await readIds(tx.project),
    indicator: await readIds(tx.indicator),
  };
}
