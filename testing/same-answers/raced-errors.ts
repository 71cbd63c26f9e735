import { setTimeout as sleep } from 'node:timers/promises';
import type { Reader } from '../../packages/schema/src/index.ts';

type Answer = { readonly data?: unknown; readonly errors?: readonly unknown[] | undefined };

/** Plain executions that are tried before an answer is called wrong. */
const TRIES = 100;
/** Share of the statements that are held back, and the milliseconds for which they are. */
const HELD_BACK = 0.25;
const HOLD_MS = 15;

/** The reader, but some of what it read arrives late: each time something else. */
function outOfOrder({ run }: Reader): Reader {
  return {
    run: async (...asked) => {
      const rows = await run(...asked);
      if (Math.random() < HELD_BACK) await sleep(HOLD_MS);
      return rows;
    },
  };
}

/** The answer as text, whatever the order in which its errors came up. */
function textOf({ data, errors }: Answer): string {
  return JSON.stringify({ data, errors: errors?.map((error) => JSON.stringify(error)).sort() });
}

/**
 * Whether an answer is one that plain executions give. Where several fields fail, graphql-js tells first what failed
 * first, and says nothing of what fails within what is null by then: which that is depends on what was read first.
 */
export async function isAnsweredPlainly(
  found: Answer,
  reader: Reader,
  executePlainly: (reader: Reader) => Promise<Answer>,
): Promise<boolean> {
  const text = textOf(found);
  let expected = await executePlainly(reader);
  for (let tries = 0; tries < TRIES && text !== textOf(expected); tries += 1) {
    if (expected.errors === undefined || found.errors === undefined) return false;
    expected = await executePlainly(outOfOrder(reader));
  }
  return text === textOf(expected);
}
