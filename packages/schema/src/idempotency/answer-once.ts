import { type Restricted, restrictWithin } from '../database/restricted.ts';
import type { Viewer } from '../database/viewer.ts';
import { ApiError } from '../error.ts';
import { findKept, keepAnswer, type RequestName, takeKey } from './store.ts';

/** An answer, and whether what it tells was done. */
export type Answered<Answer> = {
  readonly answer: Answer;
  /** The answer as it goes out, when its effect is to stay; null undoes whatever was done for it. */
  readonly kept: string | null;
};

/** A request that is to have one effect, however often it is sent. */
export type OnceRequest = {
  readonly viewer: Exclude<Viewer, { role: 'PUBLIC' }>;
  readonly key: string;
  readonly digest: string;
};

/** Milliseconds that a request may take with all that it does. */
const TIMEOUT_MS = 120_000;

/** Ends a transaction without effect, and carries the answer out. */
class Undone<Answer> extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super('Nothing of this is to stay.');
    this.answer = answer;
  }
}

/**
 * Answers a request that writes once: its effect and its answer are kept together or not at all. The same request
 * again gets the kept answer; requests of the same key that come at once wait for the first.
 *
 * @param execute - does the work, through the tables that it is given open
 * @throws ApiError CONFLICT when the key was used for something else, or its answer is gone
 */
export async function answerOnce<Answer>(
  restricted: Restricted,
  { viewer, key, digest }: OnceRequest,
  execute: (within: Restricted) => Promise<Answered<Answer>>,
): Promise<{ readonly made: Answer } | { readonly again: string }> {
  const name = { caller: viewer.caller, key, digest };
  try {
    return await restricted.transact(
      viewer,
      async (tx) => {
        if (!(await takeKey(tx, name))) return { again: await answerAgain(tx, name) };
        const { answer, kept } = await execute(restrictWithin(tx, key));
        if (kept === null) throw new Undone(answer);
        await restrictWithin(tx, key).transact(viewer, (own) => keepAnswer(own, name, kept));
        return { made: answer };
      },
      { timeoutMs: TIMEOUT_MS, idempotencyKey: key },
    );
  } catch (error) {
    if (error instanceof Undone) return { made: error.answer as Answer };
    throw error;
  }
}

async function answerAgain(tx: Parameters<typeof findKept>[0], name: RequestName): Promise<string> {
  const kept = await findKept(tx, name);
  if (kept === null) throw conflict('was used a moment ago. Send the request again.');
  if (kept.digest !== name.digest) {
    throw conflict('was used for another request. Expected a new key for each request.');
  }
  if (kept.erasedAt !== null) {
    throw conflict('was used for a record that was erased since, and its answer with it.');
  }
  if (kept.answer === null) throw conflict('was used for a request whose answer was not kept.');
  return kept.answer;
}

function conflict(what: string): ApiError {
  return new ApiError('CONFLICT', `This idempotency key ${what}`);
}
