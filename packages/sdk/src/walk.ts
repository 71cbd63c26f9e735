import { type Page, pageAt, pathOf } from './page.ts';
import type { Means, Walk } from './paging.ts';

/**
 * Reads a list page by page.
 *
 * @throws ApiError INCOMPLETE rather than end early
 */
export async function* readItems(walk: Walk, means: Means): AsyncGenerator<unknown, void> {
  const { options, variables } = walk;
  const { ApiError } = means;
  const hasSize = checkWalk(walk, ApiError);
  const { pageSize = 100, limit = Infinity } = options;
  const ask = createAsk(walk, means);
  const known = new Set([walk.cursor]);
  const whole = walk.cursor === null;
  let count = 0;
  let totalCount = 0;
  while (count < limit) {
    const size = hasSize && { first: Math.min(pageSize, limit - count) };
    const answer = await ask({ ...variables, ...size, after: walk.cursor });
    if (!answer) return;
    const page = pageAt(answer, pathOf(answer, options.path, ApiError), ApiError);
    const { nodes, hasNextPage, endCursor } = page;
    const problem = hasNextPage && problemOf(page, known);
    if (problem) throw new ApiError('INCOMPLETE', `${problem} The gateway is at fault.`);
    const wanted = nodes.slice(0, limit - count);
    for (const node of wanted) {
      if ((options.signal as AbortSignal | undefined)?.aborted)
        throw new ApiError('ABORTED', 'Aborted by its signal.');
      yield node;
    }
    count += wanted.length;
    totalCount = page.totalCount ?? totalCount;
    if (wanted.length === nodes.length) walk.cursor = endCursor ?? walk.cursor;
    if (!hasNextPage) break;
  }
  // A list that is resumed does not know what came before.
  if (whole && count < limit && count < totalCount) {
    const mend = 'It may have changed while it was read: read it again, or as of one instant.';
    throw new ApiError('INCOMPLETE', `The list ended after ${count} of ${totalCount} items. ${mend}`);
  }
}

/** Whether pages have a size that may be asked for. */
function checkWalk({ operation, options }: Walk, ApiError: Means['ApiError']): boolean {
  // Without comments and quoted texts.
  const text = String(operation).replace(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#.*/g, ' ');
  const has = (word: string) => new RegExp(`${word}\\b`).test(text);
  const { pageSize, limit } = options;
  let problem = '';
  if (!['\\$after', 'pageInfo', 'hasNextPage', 'endCursor'].every(has)) {
    problem = 'An operation in pages has a variable $after and asks for pageInfo { hasNextPage endCursor }.';
  } else if (pageSize !== undefined && !(has('\\$first') && isCount(pageSize, 1))) {
    problem =
      'The option "pageSize" must be a whole number from 1 on, and the operation have a variable $first.';
  } else if (limit !== undefined && !isCount(limit, 0)) {
    problem = 'The option "limit" must be a whole number from 0 on.';
  }
  if (problem) throw new ApiError('BAD_OPTIONS', problem);
  return has('\\$first');
}

function isCount(value: number, least: number): boolean {
  return value >= least && (Number.isInteger(value) || value === Infinity);
}

/** What asks for a page, and answers null when nobody waits for it any more. */
function createAsk({ gateway, operation, options }: Walk, { exchange, stopper }: Means) {
  // One for all pages, and nothing is earned: a list of many pages does not try for ever.
  const budget = { left: gateway.retry.budget, gain: 0 };
  const own = { ...options, signal: stopper.signal };
  const caller = options.signal as AbortSignal | undefined;
  return async (variables: object): Promise<unknown> => {
    const stop = () => stopper.abort();
    if (caller?.aborted) stop();
    caller?.addEventListener('abort', stop);
    try {
      return (await exchange(gateway, { operation, variables, options: own }, budget)).data;
    } catch (error) {
      if (stopper.signal.aborted && !caller?.aborted) return null;
      throw error;
    } finally {
      caller?.removeEventListener('abort', stop);
    }
  };
}

/** A next page must be another one: else a program would read for ever, or past items. */
function problemOf({ nodes, endCursor }: Page, known: Set<string | null>): string | undefined {
  if (nodes.length === 0) return 'A page is empty, though it tells that more follow.';
  if (endCursor === null || known.has(endCursor)) return 'The cursor of a page does not lead on.';
  known.add(endCursor);
  return undefined;
}
