import type { Context } from '@reintegration/schema';
import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Fragments } from './collect-fields.ts';
import type { Out } from './complete.ts';
import { planFill } from './plan-fields.ts';
import { Run, type Variables } from './run.ts';

/** A query that is ready to be executed again and again. */
export type PlannedQuery = {
  /** The answer's data; null when anything but a whole answer would come of it: graphql-js tells what. */
  execute(context: Context, variables: Variables): Promise<object | null>;
};

/**
 * Plans a query: which resolvers answer which fields, with which arguments, is found out once instead of at each
 * execution. Fields are answered level by level, each for all objects at once, so that long lists take few promises.
 *
 * @param document - has passed validation, and its conditions are resolved
 */
export function planQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): PlannedQuery | undefined {
  const operation = getOperationAST(document, operationName);
  const root = schema.getQueryType();
  if (!operation || !root) return undefined;
  let count = 0;
  const nextNumber = () => {
    count += 1;
    return count;
  };
  const fill = planFill({ schema, operation, fragments: fragmentsOf(document), nextNumber }, [
    operation.selectionSet,
  ]);
  return {
    execute: (context, given) => {
      const variables = coerce(schema, operation, given);
      if (variables === null) return Promise.resolve(null);
      return new Promise((resolve) => {
        const data: Out = {};
        const run = new Run(context, variables, (isWhole) => resolve(isWhole ? data : null));
        run.begin(() => fill(run, root, [undefined], [data]));
      });
    },
  };
}

function coerce(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Variables,
): Variables | null {
  return getVariableValues(schema, variableDefinitions, given, { maxErrors: 1 }).coerced ?? null;
}

function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}
