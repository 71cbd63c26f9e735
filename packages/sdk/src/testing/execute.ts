import {
  execute,
  type FormattedExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import { contractSchema } from './contract.ts';
import { RequestRefusal, refusal } from './refusal.ts';
import type { TestRequest } from './request.ts';
import { type Asked, resolveField, resolveType } from './resolve.ts';

/** An answer with its HTTP status. */
export type Executed = { readonly status: number; readonly body: FormattedExecutionResult };

/** Executes what was asked against the contract, as the gateway would. */
export async function executeRequest(request: TestRequest, asked: Asked): Promise<Executed> {
  const { query, hash, variables, operationName } = request;
  if (query === undefined) return hash ? refuseHash() : refuseAs('BAD_REQUEST', NO_QUERY);
  const schema = contractSchema();
  let document: ReturnType<typeof parse>;
  try {
    document = parse(query);
  } catch (error) {
    return refuseAs('GRAPHQL_PARSE_FAILED', error as GraphQLError);
  }
  const problems = validate(schema, document);
  if (problems.length > 0) return refuseAs('GRAPHQL_VALIDATION_FAILED', ...problems);
  const operation = getOperationAST(document, operationName);
  if (!operation) return refuseAs('OPERATION_RESOLUTION_FAILURE', NO_OPERATION);
  if (operation.operation === 'mutation') return refuseAs('BAD_REQUEST', NO_MUTATION);
  const result = await execute({
    schema,
    document,
    operationName: operationName ?? null,
    variableValues: variables,
    contextValue: asked,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  if (!('data' in result)) return refuseAs('BAD_USER_INPUT', ...(result.errors ?? []));
  const whole = result.errors
    ?.map(({ originalError }) => originalError)
    .find((one) => one instanceof RequestRefusal);
  if (whole) return refuseAs('BAD_USER_INPUT', whole);
  const errors = result.errors?.map((error) => told(error, 'INTERNAL_SERVER_ERROR'));
  const data = result.data ?? null;
  return { status: statusOf(data, errors), body: { ...(errors && { errors }), data } };
}

const STATUS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  INTERNAL_SERVER_ERROR: 500,
  UNAVAILABLE: 503,
  TIMEOUT: 504,
};

/** The status tells whose fault it was when nothing of the answer could be had. */
function statusOf(data: object | null, errors: readonly GraphQLFormattedError[] = []): number {
  if (Object.values(data ?? {}).some((value) => value !== null)) return 200;
  const statuses = errors.map(({ extensions }) => STATUS[String(extensions?.code)] ?? 200);
  return Math.max(200, ...statuses);
}

const NO_QUERY = refusal('BAD_REQUEST', 'The request holds no GraphQL. Expected a text "query" in JSON.');
const NO_OPERATION = refusal(
  'OPERATION_RESOLUTION_FAILURE',
  'The document has no operation of that name, or several and none was named.',
);

const NO_MUTATION = refusal(
  'BAD_REQUEST',
  'A gateway for tests answers from the records of the test and changes none. Expected a query.',
);

/** Nothing of the request was executed. */
function refuseAs(code: string, ...errors: readonly GraphQLError[]): Executed {
  return { status: 400, body: { errors: errors.map((error) => told(error, code)) } };
}

function refuseHash(): Executed {
  const code = 'PERSISTED_QUERY_NOT_FOUND';
  return { ...refuseAs(code, refusal(code, 'No operation has that hash. Send its text.')), status: 404 };
}

/** The error as it goes out, with a code of the contract where it has none of its own. */
function told(error: GraphQLError, code: string): GraphQLFormattedError {
  return { ...error.toJSON(), extensions: { code, ...error.extensions } };
}
