import { isDeepStrictEqual } from 'node:util';
import { type Contestant, hashOf } from './contestants.ts';
import type { Job } from './load-program.ts';
import { OPERATIONS, type Question } from './questions.ts';
import type { Size } from './synthetic-rows.ts';

/** Different requests of a question: more than are ever under way at once, so that none is joined with another. */
const VARIANTS = 2_048;
/** Requests whose answers are compared. */
const COMPARED = [0, 1, 1_234];

/** How to ask, but for how many and for how long. */
export type Way = Pick<Job, 'url' | 'method' | 'headers' | 'bodies' | 'status'>;

const JSON_HEADERS = { 'content-type': 'application/json', accept: 'application/json' };

function bodyOf(
  { questions }: Contestant,
  question: Question,
  n: number,
  size: Size,
  isVaried: boolean,
): string {
  const { query, variables } = questions[question];
  const operationName = OPERATIONS[question];
  // A variable that no document declares: it makes requests differ that would ask for the same otherwise.
  return JSON.stringify({
    query,
    operationName,
    variables: { ...variables(n, size), ...(isVaried && { n }) },
  });
}

/** Asks for something else each time. */
export function askVaried(contestant: Contestant, url: string, question: Question, size: Size): Way {
  const bodies = Array.from({ length: VARIANTS }, (_, n) => bodyOf(contestant, question, n, size, true));
  return { url, method: 'POST', headers: JSON_HEADERS, bodies, status: 200 };
}

/** Asks for the same each time, by its text. */
export function askByPost(contestant: Contestant, url: string, question: Question, size: Size): Way {
  return {
    url: contestant.program === 'constant' ? `${url}/${question}` : url,
    method: 'POST',
    headers: JSON_HEADERS,
    bodies: [bodyOf(contestant, question, 0, size, false)],
    status: 200,
  };
}

/** Asks for the same each time, by GET: by the document's hash where it is known, else by its text. */
export function askByGet(contestant: Contestant, url: string, question: Question, size: Size): Way {
  const { query, variables } = contestant.questions[question];
  const isKnown = 'persistedDocuments' in contestant.options;
  const parameters = new URLSearchParams({
    [isKnown ? 'documentId' : 'query']: isKnown ? `sha256:${hashOf(query)}` : query,
    operationName: OPERATIONS[question],
    variables: JSON.stringify(variables(0, size)),
  });
  const address = contestant.program === 'constant' ? `${url}/${question}` : `${url}?${parameters}`;
  return { url: address, method: 'GET', headers: { accept: 'application/json' }, bodies: [], status: 200 };
}

/** Asks whether what is known still holds. */
export async function askWhether(way: Way): Promise<Way> {
  const { headers } = await fetch(way.url, { headers: way.headers });
  const etag = headers.get('etag');
  if (etag === null) throw new Error(`${way.url} names no version of its answer`);
  return { ...way, headers: { ...way.headers, 'if-none-match': etag }, status: 304 };
}

/** The answer as text. */
export async function readAnswer({ url, method, headers }: Way, body?: string): Promise<string> {
  const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
  return response.text();
}

/**
 * Compares the answers of two contestants, put into the same words.
 *
 * @throws Error when they differ
 */
export async function requireSame(
  question: Question,
  size: Size,
  ours: { readonly contestant: Contestant; readonly url: string },
  theirs: { readonly contestant: Contestant; readonly url: string },
): Promise<void> {
  for (const n of COMPARED) {
    const [expected, found] = await Promise.all(
      [ours, theirs].map(async ({ contestant, url }) => {
        const way = askVaried(contestant, url, question, size);
        const text = await readAnswer(way, way.bodies[n]);
        const { data, errors } = JSON.parse(text) as { data: never; errors?: readonly { message: string }[] };
        if (errors) throw new Error(`${contestant.name}, ${question}: ${errors[0]?.message}`);
        const { toOurs } = contestant.questions[question];
        return toOurs ? toOurs(data) : data;
      }),
    );
    if (isDeepStrictEqual(JSON.parse(JSON.stringify(expected)), JSON.parse(JSON.stringify(found)))) continue;
    const told = [expected, found].map((answer) => JSON.stringify(answer).slice(0, 2_000));
    throw new Error(`Answers to "${question}" of ${theirs.contestant.name} differ:\n${told.join('\n')}`);
  }
}
