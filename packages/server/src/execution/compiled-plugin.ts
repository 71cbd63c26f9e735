import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '@reintegration/schema';
import { HeaderMap } from './apollo.ts';
import type { CompiledOperations } from './compiled-operations.ts';

/** Has queries executed as compiled code that are asked again and again. */
export function compiledPlugin(compiled: CompiledOperations): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      responseForOperation: async (asked) => {
        const { schema, document, operation, source, operationName, request, contextValue } = asked;
        // Apollo comes here also when no operation was found.
        if (!operation) return null;
        const { variables = {} } = request;
        const query = compiled.use({ schema, document, operation, source, operationName }, variables);
        const data = await query?.execute(contextValue, variables);
        if (!data) return null;
        return {
          http: { headers: new HeaderMap() },
          body: { kind: 'single', singleResult: { data: data as Record<string, unknown> } },
        };
      },
    }),
  };
}
