import type { GraphQLError } from 'graphql';
import type { Failure, FailureDetails } from './failure.ts';
import { staleCursor } from './page.ts';
import { refusal } from './refusal.ts';
import type { TestRequest } from './request.ts';

/** Failures in the order in which they were asked for. */
export type FailureQueue = {
  add(failure: Failure): void;
  clear(): void;
  /** The failure of the whole answer to this request, if there is one. */
  take(request: TestRequest): Failure | undefined;
  /** What throws at fields of this request. */
  interrupt(request: TestRequest): Interrupt;
};

/** Called at each field. */
export type Interrupt = (path: string, args: Readonly<Record<string, unknown>>) => void;

/** These fail at a field, while the rest is executed. */
const AT_FIELDS = new Set<string>(['stale-cursor', 'partial-data']);

export function createFailureQueue(): FailureQueue {
  let failures: Failure[] = [];
  const isFor = ({ operation }: Failure, { operationName }: TestRequest) =>
    operation === undefined || operation === operationName;
  const use = (failure: Failure) => {
    failure.left -= 1;
    if (failure.left < 1) failures = failures.filter((other) => other !== failure);
  };
  const expires = (failure: Failure, request: TestRequest) => {
    if (failure.kind !== 'expired-token') return true;
    const authorization = request.headers.authorization ?? null;
    failure.refused ??= authorization;
    if (failure.refused === authorization) return true;
    failures = failures.filter((other) => other !== failure);
    return false;
  };
  return {
    add: (failure) => failures.push(failure),
    clear: () => {
      failures = [];
    },
    take: (request) => {
      const failure = failures.find(
        (one) => !AT_FIELDS.has(one.kind) && isFor(one, request) && expires(one, request),
      );
      if (failure && !(failure.kind === 'not-a-gateway' && request.method === 'GET')) use(failure);
      return failure;
    },
    interrupt: (request) => {
      const own = failures.filter((one) => AT_FIELDS.has(one.kind) && isFor(one, request));
      const used = new Set<Failure>();
      return (path, args) => {
        for (const failure of own) {
          const error = errorAt(failure, path, args);
          if (!error) continue;
          if (!used.has(failure)) use(failure);
          used.add(failure);
          throw error;
        }
      };
    },
  };
}

function errorAt(
  { kind, details }: Failure,
  path: string,
  { after, before }: Readonly<Record<string, unknown>>,
): GraphQLError | undefined {
  if (kind === 'stale-cursor') {
    const cursor = after ?? before;
    if (typeof cursor !== 'string') return undefined;
    return staleCursor(path, after === cursor ? 'after' : 'before', cursor);
  }
  const partial = details as FailureDetails['partial-data'];
  if (partial.path !== path) return undefined;
  return refusal(partial.code ?? 'INTERNAL_SERVER_ERROR', partial.message ?? 'The gateway failed.');
}
