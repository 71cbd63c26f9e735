import type { Fixtures } from '../generated/fixtures.ts';
import { executeRequest } from './execute.ts';
import { type FailArguments, type FailureKind, parseFailure } from './failure.ts';
import { createFailureQueue } from './failure-queue.ts';
import { createRecords } from './records.ts';
import { quote } from './refusal.ts';
import { type FetchArguments, readRequest, requestOf, type TestRequest } from './request.ts';
import { localeOf } from './request-locale.ts';
import { breakOff, connectionError, respond, respondFailure } from './respond.ts';
import type { Fill } from './sample.ts';
import { isAborted, pause } from './wait.ts';

/** The platform's `Response`. The types also compile where there is none. */
export type PlatformResponse = typeof globalThis extends { Response: { prototype: infer Found } }
  ? Found
  : {
      /** HTTP status. */
      readonly status: number;
      /** What comes with the answer, by names in any case. */
      readonly headers: {
        /** The value of a header; null when there is none. */
        get(name: string): string | null;
      };
      /** Reads the answer to its end. */
      text(): Promise<string>;
    };

/** What of MSW the gateway needs: `http`, from `msw`. */
export type MswHttp<Handler> = {
  /** Handles every request to an address, whatever its method. */
  all(path: string, resolver: (info: { readonly request: unknown }) => Promise<never>): Handler;
};

/** How a test gateway behaves. */
export type TestGatewayOptions = {
  /**
   * What stands where a fixture says nothing. `required`: samples where the contract never answers null; null and
   * empty lists elsewhere. `all`: samples everywhere. `required` when left out.
   */
  readonly fill?: Fill | undefined;
  /** Version of the data at the start; 1 when left out. */
  readonly dataVersion?: number | undefined;
};

/** A gateway in memory, made of the contract and of what a test gives. */
export type TestGateway = {
  /**
   * Answers as the gateway would. Goes into `createClient({ url, fetch })`, or stands in for the platform's.
   *
   * @throws TypeError as the platform's does, after `fail('network-down')` and `fail('dropped-connection')`
   */
  readonly fetch: (...call: FetchArguments) => Promise<PlatformResponse>;
  /** All requests since the start, or since `reset`, oldest first; those that failed among them. */
  readonly requests: readonly TestRequest[];
  /** Version of the data, as `dataVersion` answers it. */
  readonly dataVersion: number;
  /**
   * Handlers for MSW, which stays the program's own. They answer at the address, whoever asks.
   *
   * @example
   * import { http } from 'msw';
   * import { setupServer } from 'msw/node';
   * const server = setupServer(...gateway.handlers(http, 'https://data.example.org/graphql'));
   */
  handlers<Handler>(http: MswHttp<Handler>, url: string): Handler[];
  /**
   * Makes the next request fail, or as many as `times` says. Failures wait in line: each request takes the first
   * that is meant for it.
   *
   * @throws TypeError for a kind that is none
   * @example
   * gateway.fail('rate-limited', { retryAfterMs: 50, operation: ProjectFigures });
   */
  fail<Kind extends FailureKind>(kind: Kind, ...options: FailArguments<Kind>): void;
  /**
   * Publishes a change: records with a known code change in the fields that are given, others come in addition.
   * `dataVersion` grows by one, also when nothing is given.
   *
   * @returns the new version
   * @throws TypeError when a fixture does not fit the contract; nothing is changed then
   */
  publish(fixtures?: Fixtures): number;
  /** Back to the start: requests, failures that still wait, and what was published since are forgotten. */
  reset(): void;
};

/**
 * Creates a gateway for tests. What it is given is checked against the contract; what it is not given is filled with
 * samples, always the same ones.
 *
 * @throws TypeError when a fixture does not fit the contract, or an option cannot be used
 * @example
 * const gateway = createTestGateway({ cities: [{ code: 'pirot', name: 'Pirot' }] });
 * const client = createClient({ url: 'https://data.example.org/graphql', fetch: gateway.fetch });
 */
export function createTestGateway(fixtures: Fixtures = {}, options: TestGatewayOptions = {}): TestGateway {
  const { fill = 'required', dataVersion: firstVersion = 1 } = options;
  if (fill !== 'required' && fill !== 'all') {
    throw new TypeError(`"fill" is ${quote(fill)}. Expected "required" or "all".`);
  }
  const failures = createFailureQueue();
  const requests: TestRequest[] = [];
  let sets: readonly Fixtures[] = [fixtures];
  let records = createRecords(sets);
  let dataVersion = firstVersion;

  const send = async (...call: FetchArguments): Promise<Response> => {
    const request = await readRequest(requestOf(call));
    const { signal } = call[1] ?? {};
    if (isAborted(signal)) throw signal.reason;
    requests.push(request);
    const id = `test-${requests.length}`;
    const failure = failures.take(request);
    if (failure?.kind === 'network-down') throw connectionError('fetch failed', 'ECONNREFUSED');
    if (failure?.kind === 'dropped-connection') throw connectionError('fetch failed', 'ECONNRESET');
    if (failure && 'delayMs' in failure.details) await pause(failure.details.delayMs, signal);
    const refused = failure && respondFailure(failure, id);
    if (refused) return refused;
    const answer = await executeRequest(request, {
      records,
      options: { fill, dataVersion, list: records.list },
      locale: localeOf(request),
      interrupt: failures.interrupt(request),
    });
    const response = await respond(request, answer, { id, dataVersion });
    return failure?.kind === 'dropped-stream' ? breakOff(response) : response;
  };

  return {
    fetch: send as TestGateway['fetch'],
    requests,
    get dataVersion() {
      return dataVersion;
    },
    handlers: (http, url) => {
      const resolve = async ({ request }: { readonly request: Request }) =>
        send(request, { signal: request.signal }).catch(() => Response.error());
      return [http.all(url, resolve as never)];
    },
    fail: (kind, ...[details]) => failures.add(parseFailure(kind, details)),
    publish: (change = {}) => {
      records = createRecords([...sets, change]);
      sets = [...sets, change];
      dataVersion += 1;
      return dataVersion;
    },
    reset: () => {
      failures.clear();
      requests.length = 0;
      sets = [fixtures];
      records = createRecords(sets);
      dataVersion = firstVersion;
    },
  };
}
