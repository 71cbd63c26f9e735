import type { WriterTransaction } from '../database/writer.ts';
import type { ChainEntry, ChainHead } from './chain.ts';

/** Smallest integer of PostgreSQL: whoever writes the log by hand may number as it likes. */
const BEFORE_ALL = -2_147_483_648;
/** Entries that are read at once. */
const BATCH = 5_000;

/** Where the database says that the chain ends. */
export async function findHead(tx: WriterTransaction): Promise<ChainHead | null> {
  const head = await tx.auditHead.findUnique({ where: { id: 1 } });
  return head && { number: head.number, hash: head.hash };
}

/** All entries in their order, some at a time. */
export async function* readEntries(tx: WriterTransaction): AsyncGenerator<ChainEntry> {
  let after = BEFORE_ALL;
  while (true) {
    const entries = await tx.$queryRaw<ChainEntry[]>`
      SELECT number, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, caller, kind, operation,
             record_id AS "recordId", before, after, previous_hash AS "previousHash", hash
      FROM audit_entry WHERE number > ${after} ORDER BY number LIMIT ${BATCH}`;
    yield* entries;
    const last = entries.at(-1);
    if (last === undefined || entries.length < BATCH) return;
    after = last.number;
  }
}
