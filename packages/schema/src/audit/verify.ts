import type { Restricted } from '../database/restricted.ts';
import { OPERATOR } from '../database/viewer.ts';
import { type ChainHead, EMPTY, problemOf } from './chain.ts';
import { findHead, readEntries } from './store.ts';

/** What the audit log is like. */
export type AuditReport = {
  /** The last entry that is there: to be kept elsewhere, and given at the next time. */
  readonly head: ChainHead;
  readonly entries: number;
  /** What is wrong, the first twenty; empty when nothing is. */
  readonly problems: readonly string[];
};

const MOST_PROBLEMS = 20;
/** Milliseconds that reading the whole log may take. */
const TIMEOUT_MS = 3_600_000;

/**
 * Reads the whole audit log and finds whatever was changed, removed, reordered or cut off.
 *
 * Whoever may write everything in the database could also make a new chain that holds together. That is found by a
 * head which was kept elsewhere: it is no longer in the chain.
 *
 * @param kept - the hash of a head that was told before
 */
export function verifyAudit(restricted: Restricted, kept: string | null = null): Promise<AuditReport> {
  return restricted.transact(
    OPERATOR,
    async (tx) => {
      const problems: string[] = [];
      let end = EMPTY;
      let entries = 0;
      let isKeptFound = kept === null || kept === EMPTY.hash;
      for await (const entry of readEntries(tx)) {
        const problem = problemOf(entry, end);
        if (problem !== null) problems.push(problem);
        isKeptFound ||= entry.hash === kept;
        end = { number: entry.number, hash: entry.hash };
        entries += 1;
      }
      const head = await findHead(tx);
      if (head === null) problems.push('The head of the chain is missing.');
      else if (head.number > end.number) {
        problems.push(`The chain was cut off: it ends at entry ${end.number}, its head at ${head.number}.`);
      } else if (head.number < end.number || head.hash !== end.hash) {
        problems.push(`The chain ends at entry ${end.number}, which its head does not know.`);
      }
      if (!isKeptFound) {
        problems.push('The head that was kept elsewhere is not in the chain: it was made anew, or cut off.');
      }
      return { head: end, entries, problems: problems.slice(0, MOST_PROBLEMS) };
    },
    { isSnapshot: true, timeoutMs: TIMEOUT_MS },
  );
}
