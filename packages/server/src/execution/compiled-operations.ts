import type { Context } from '@reintegration/schema';
import {
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

/** How many times a query is executed as it is before it is compiled: that takes longer than to execute it. */
const USES_BEFORE = 4;
/** Characters of the documents whose queries are remembered, compiled or not. */
const MAX_CHARACTERS = 2_000_000;

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
  execute(context: Context, variables: Readonly<Record<string, unknown>>): Promise<object | null>;
};

/** Queries that are asked again and again. */
export type CompiledOperations = {
  /** The query, if it was compiled. */
  find(source: string, operationName: string | null): CompiledOperation | undefined;
  /** Notes one more use; the query, if it is compiled by now. */
  use(operation: CheckedOperation): CompiledOperation | undefined;
};

type Known = { uses: number; compiled?: CompiledOperation | undefined };

/** Creates an empty collection. Nothing is compiled that was not executed some times before. */
export function createCompiledOperations(): CompiledOperations {
  const known = new LRUCache<string, Known>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_known, key) => key.length,
  });
  const keyOf = (source: string, operationName: string | null) => `${operationName ?? ''}\n${source}`;
  return {
    find: (source, operationName) => known.get(keyOf(source, operationName))?.compiled,
    use: (checked) => {
      if (checked.operation.operation !== OperationTypeNode.QUERY) return undefined;
      const key = keyOf(checked.source, checked.operationName);
      const found = known.get(key) ?? { uses: 0 };
      known.set(key, found);
      found.uses += 1;
      if (found.uses === USES_BEFORE) found.compiled = compile(checked);
      return found.compiled;
    },
  };
}

function compile(checked: CheckedOperation): CompiledOperation | undefined {
  const { schema, document, operationName } = checked;
  const compiled = compileQuery(schema, document, operationName ?? undefined);
  if (!isCompiledQuery(compiled)) return undefined;
  const query = compiled.query as CompiledQuery['query'];
  return {
    ...checked,
    execute: async (context, variables) => {
      const { data, errors } = await query(undefined, context, variables);
      return errors === undefined && data ? data : null;
    },
  };
}
