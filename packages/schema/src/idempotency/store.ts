import type { WriterTransaction } from '../database/writer.ts';

/** What a request that writes is known by. */
export type RequestName = {
  readonly caller: string;
  readonly key: string;
  /** SHA-256 of what was asked, in hexadecimal. */
  readonly digest: string;
};

/** What was kept of an earlier request. */
export type KeptAnswer = {
  readonly digest: string;
  readonly answer: string | null;
  readonly erasedAt: Date | null;
};

/** Takes a key for this request, if nobody has. Whoever takes the same at this moment is waited for. */
export async function takeKey(tx: WriterTransaction, name: RequestName): Promise<boolean> {
  const { count } = await tx.idempotencyRecord.createMany({ data: { ...name }, skipDuplicates: true });
  return count === 1;
}

/** What was kept under a key. */
export function findKept(tx: WriterTransaction, { caller, key }: RequestName): Promise<KeptAnswer | null> {
  return tx.idempotencyRecord.findUnique({
    where: { caller_key: { caller, key } },
    select: { digest: true, answer: true, erasedAt: true },
  });
}

/** Keeps an answer, unless a person that it is about was erased by the same request. */
export async function keepAnswer(
  tx: WriterTransaction,
  { caller, key }: RequestName,
  answer: string,
): Promise<void> {
  await tx.idempotencyRecord.updateMany({ where: { caller, key, erasedAt: null }, data: { answer } });
}
