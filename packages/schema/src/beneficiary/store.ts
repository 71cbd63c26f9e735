import type { Context } from '../context.ts';
import type { WriterTransaction } from '../database/writer.ts';
import type { BeneficiaryCategory, BeneficiaryKind, Sex } from '../generated/kysely.ts';
import { defineLoader, indexBy } from '../loader.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import { Conflict } from '../refusal/refusal.ts';
import { mayKnowPeople, type PersonValues } from './policy.ts';

/** A person or household as it is kept; the salt stays inside. */
export type BeneficiaryRow = PersonValues & {
  readonly id: string;
  readonly projectId: number;
  readonly cityId: number;
  readonly enrolledById: number;
  readonly revision: number;
};

/** A person or household that is to be enrolled. */
export type NewBeneficiary = Omit<BeneficiaryRow, 'revision'>;

/** What to narrow the list by, by codes; null is everything. */
export type BeneficiaryFilter = {
  readonly project: string | null;
  readonly city: string | null;
  readonly category: BeneficiaryCategory | null;
  readonly kind: BeneficiaryKind | null;
};

/** What may be changed of a person; what is absent stays. */
export type BeneficiaryChange = {
  readonly kind?: BeneficiaryKind;
  readonly sex?: Sex | null;
  readonly birthYear?: number | null;
  readonly category?: BeneficiaryCategory;
  readonly cityId?: number;
  readonly enrolledIn?: string;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const OMIT = { salt: true } as const;

/** Whether a text can be the key of a record. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Opens the guarded tables for who asks; for whom they are closed, nothing is asked of the database. */
export async function openFor<Result>(
  { restricted, viewer }: Context,
  closed: Result,
  work: (tx: WriterTransaction) => Promise<Result>,
): Promise<Result> {
  return restricted === null || !mayKnowPeople(viewer) ? closed : restricted.transact(viewer, work);
}

/** The person or household with this id, if the viewer may see it. */
export const beneficiaryById = defineLoader<string, BeneficiaryRow>(async (ids, context) => {
  const id = { in: ids.filter(isUuid) };
  const rows = await openFor<BeneficiaryRow[]>(context, [], (tx) =>
    tx.beneficiary.findMany({ where: { id }, omit: OMIT }),
  );
  return indexBy(rows, (row) => row.id);
});

function narrow({ project, city, category, kind }: BeneficiaryFilter) {
  return {
    ...(project !== null && { project: { code: project } }),
    ...(city !== null && { city: { code: city } }),
    ...(category !== null && { category }),
    ...(kind !== null && { kind }),
  };
}

/** One page of those whom the viewer may see, by id. */
export function listBeneficiaries(
  context: Context,
  filter: BeneficiaryFilter,
  { after, before, descending, limit }: KeysetWindow,
): Promise<readonly BeneficiaryRow[]> {
  const id = { ...(after !== null && { gt: after }), ...(before !== null && { lt: before }) };
  return openFor<readonly BeneficiaryRow[]>(context, [], (tx) =>
    tx.beneficiary.findMany({
      where: { ...narrow(filter), id },
      orderBy: { id: descending ? 'desc' : 'asc' },
      take: limit,
      omit: OMIT,
    }),
  );
}

/** How many the viewer may see. */
export function countBeneficiaries(context: Context, filter: BeneficiaryFilter): Promise<number> {
  return openFor(context, 0, (tx) => tx.beneficiary.count({ where: narrow(filter) }));
}

/** The one with this id within a transaction, or null. */
export function findBeneficiary(tx: WriterTransaction, id: string): Promise<BeneficiaryRow | null> {
  return tx.beneficiary.findUnique({ where: { id }, omit: OMIT });
}

/** Adds people, all or none; as they are kept, in the order given. */
export async function addBeneficiaries(
  tx: WriterTransaction,
  people: readonly NewBeneficiary[],
): Promise<readonly BeneficiaryRow[]> {
  const added = indexBy(
    await tx.beneficiary.createManyAndReturn({ data: [...people], omit: OMIT }),
    ({ id }) => id,
  );
  return people.flatMap(({ id }) => added.get(id) ?? []);
}

/** Changes a person that is at a revision; null when it is not there, a conflict when it is at another. */
export async function changeBeneficiary(
  tx: WriterTransaction,
  id: string,
  expectedRevision: number,
  change: BeneficiaryChange,
): Promise<BeneficiaryRow | Conflict | null> {
  const [changed] = await tx.beneficiary.updateManyAndReturn({
    where: { id, revision: expectedRevision },
    data: { ...change, revision: { increment: 1 } },
    omit: OMIT,
  });
  if (changed) return changed;
  const current = await findBeneficiary(tx, id);
  return current && new Conflict(current.revision);
}

/** Erases a person with all support, and every kept answer about it. Whether it was there. */
export async function removeBeneficiary(tx: WriterTransaction, id: string): Promise<boolean> {
  const { count } = await tx.beneficiary.deleteMany({ where: { id } });
  return count > 0;
}
