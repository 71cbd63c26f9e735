import type { WriterTransaction } from '../database/writer.ts';
import type { ComponentCode, SupportType } from '../generated/kysely.ts';
import { defineListLoader, defineLoader, groupBy, indexBy } from '../loader.ts';
import { Conflict } from '../refusal/refusal.ts';
import { isUuid, openFor } from './store.ts';

/** Some support as it is kept; the salt stays inside. */
export type SupportRow = {
  readonly id: string;
  readonly beneficiaryId: string;
  readonly componentCode: ComponentCode;
  readonly type: SupportType;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly organizationId: number;
  readonly revision: number;
};

const OMIT = { salt: true } as const;

/** The support with this id, if the viewer may see it. */
export const supportById = defineLoader<string, SupportRow>(async (ids, context) => {
  const id = { in: ids.filter(isUuid) };
  const rows = await openFor<SupportRow[]>(context, [], (tx) =>
    tx.support.findMany({ where: { id }, omit: OMIT }),
  );
  return indexBy(rows, (row) => row.id);
});

/** What the person or household with this id received, by its start. */
export const supportOfBeneficiary = defineListLoader<string, SupportRow>(async (ids, context) => {
  const beneficiaryId = { in: [...ids] };
  const rows = await openFor<SupportRow[]>(context, [], (tx) =>
    tx.support.findMany({
      where: { beneficiaryId },
      orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
      omit: OMIT,
    }),
  );
  return groupBy(rows, (row) => row.beneficiaryId);
});

/** The one with this id within a transaction, or null. */
export function findSupport(tx: WriterTransaction, id: string): Promise<SupportRow | null> {
  return tx.support.findUnique({ where: { id }, omit: OMIT });
}

/** Notes what somebody receives. */
export function addSupport(
  tx: WriterTransaction,
  support: Omit<SupportRow, 'id' | 'revision'>,
): Promise<SupportRow> {
  return tx.support.create({ data: support, omit: OMIT });
}

/** Ends some support that is at a revision; null when it is not there, a conflict when it is at another. */
export async function closeSupport(
  tx: WriterTransaction,
  id: string,
  expectedRevision: number,
  endsOn: string,
): Promise<SupportRow | Conflict | null> {
  const [changed] = await tx.support.updateManyAndReturn({
    where: { id, revision: expectedRevision },
    data: { endsOn, revision: { increment: 1 } },
    omit: OMIT,
  });
  if (changed) return changed;
  const current = await findSupport(tx, id);
  return current && new Conflict(current.revision);
}
