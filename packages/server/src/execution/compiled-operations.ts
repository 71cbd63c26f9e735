import type { Context } from '@reintegration/schema';
import {
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { planQuery } from './plan/plan-query.ts';
import { conditionNamesOf, conditionsOf, resolveConditions } from './resolve-conditions.ts';

/** How many times a query is executed as it is before it is compiled: that takes longer than to execute it. */
const USES_BEFORE = 4;
/** Characters of the documents whose uses are counted. */
const MOST_COUNTED = 500_000;
/** Characters of the documents whose queries are kept compiled: each takes some hundred bytes. */
const MOST_COMPILED = 150_000;
/** What a document counts at least: one that is short takes more than its text. */
const SHORTEST = 300;
/** Most combinations of its conditions that a query is compiled for. */
const MOST_COMBINATIONS = 8;

type Variables = Readonly<Record<string, unknown>>;

/** An operation of a document that has passed all checks but for its variables. */
export type CheckedOperation = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The text of the document. */
  readonly source: string;
  readonly operationName: string | null;
};

/** A query as compiled code. */
export type CompiledOperation = CheckedOperation & {
  /**
   * The answer's data, or null when there is anything to be said of it besides: that is left to graphql-js, so that
   * errors are always its own. A query has no effects, and loaders remember what was read: to execute it again does
   * no harm.
   */
  execute(context: Context, variables: Variables): Promise<object | null>;
};

/** Queries that are asked again and again. */
export type CompiledOperations = {
  /** The query, if it was compiled for what its conditions are by these variables. */
  find(source: string, operationName: string | null, variables: Variables): CompiledOperation | undefined;
  /** Notes one more use; the query, if it is compiled by now. */
  use(operation: CheckedOperation, variables: Variables): CompiledOperation | undefined;
};

type Compiled = {
  readonly operation: OperationDefinitionNode;
  /** Variables that decide what is asked for. */
  readonly conditionNames: readonly string[];
  /** By the values of those. */
  readonly combinations: Map<string, CompiledOperation>;
};

/**
 * Creates an empty collection. Nothing is compiled that was not executed some times before; until then nothing but
 * the text is remembered: whoever sends a different one each time could fill the memory.
 */
export function createCompiledOperations(): CompiledOperations {
  const uses = new LRUCache<string, number>({
    maxSize: MOST_COUNTED,
    sizeCalculation: (_uses, key) => Math.max(SHORTEST, key.length),
  });
  const known = new LRUCache<string, Compiled>({
    maxSize: MOST_COMPILED,
    sizeCalculation: ({ combinations }, key) => Math.max(SHORTEST, key.length) * combinations.size,
  });
  // A name may hold anything, also what looks like the beginning of a document.
  const keyOf = (source: string, operationName: string | null) => `${JSON.stringify(operationName)}${source}`;
  return {
    find: (source, operationName, variables) => {
      const found = known.get(keyOf(source, operationName));
      const conditions = found && conditionsOf(found.conditionNames, found.operation, variables);
      return conditions ? found.combinations.get([...conditions.values()].join()) : undefined;
    },
    use: (checked, variables) => {
      const { document, operation, source, operationName } = checked;
      if (operation.operation !== OperationTypeNode.QUERY) return undefined;
      const key = keyOf(source, operationName);
      const { conditionNames, combinations } = known.get(key) ?? {
        conditionNames: conditionNamesOf(document),
        combinations: new Map<string, CompiledOperation>(),
      };
      const conditions = conditionsOf(conditionNames, operation, variables);
      if (conditions === null) return undefined;
      const name = [...conditions.values()].join();
      const found = combinations.get(name);
      if (found !== undefined || combinations.size === MOST_COMBINATIONS) return found;
      const counted = `${name}\n${key}`;
      const count = (uses.get(counted) ?? 0) + 1;
      uses.set(counted, count);
      if (count !== USES_BEFORE) return undefined;
      // Compiled code orders fields otherwise, and loses some, where there are conditions.
      const resolved = resolveConditions(document, conditions);
      const compiled = resolved ? compile(checked, resolved) : undefined;
      if (compiled === undefined) return undefined;
      combinations.set(name, compiled);
      // Its size is told anew.
      known.set(key, { operation, conditionNames, combinations });
      return compiled;
    },
  };
}

function compile(checked: CheckedOperation, document: DocumentNode): CompiledOperation | undefined {
  const planned = planQuery(checked.schema, document, checked.operationName);
  return planned && { ...checked, execute: planned.execute };
}
