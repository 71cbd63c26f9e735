import type { ApolloServerPlugin } from '@apollo/server';
import type { Context, ErrorCode } from '@reintegration/schema';

const STATUS = new Map<unknown, number>([
  ['UNAVAILABLE', 503],
  ['TIMEOUT', 504],
  ['INTERNAL_SERVER_ERROR', 500],
] satisfies [ErrorCode, number][]);

/** Lets the HTTP status tell that the gateway failed, when nothing of the answer could be had. */
export const statusPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => {
      if (response.body.kind !== 'single') return;
      const { data, errors } = response.body.singleResult;
      const hasData = Object.values(data ?? {}).some((value) => value !== null);
      const status = errors
        ?.map(({ extensions }) => STATUS.get(extensions?.code))
        .find((code) => code !== undefined);
      if (status === undefined || hasData) return;
      response.http.status = status;
      if (status === 503) response.http.headers.set('retry-after', '2');
    },
  }),
};
