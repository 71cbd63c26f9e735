import type { ApolloServerPlugin } from '@apollo/server';
import type { Context, ErrorCode } from '@reintegration/schema';
import { FAILURE_STATUS, RETRY_AFTER } from '../request/failure.ts';

const STATUS = new Map<unknown, number>(
  Object.entries({
    ...FAILURE_STATUS,
    BAD_USER_INPUT: 400,
    UNAUTHENTICATED: 401,
  } satisfies Partial<Record<ErrorCode, number>>),
);

/** Lets the HTTP status tell whose fault it was, when nothing of the answer could be had. */
export const statusPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response }) => {
      if (response.body.kind !== 'single') return;
      const { data, errors = [] } = response.body.singleResult;
      const hasData = Object.values(data ?? {}).some((value) => value !== null);
      const status = Math.max(0, ...errors.map(({ extensions }) => STATUS.get(extensions?.code) ?? 0));
      if (status === 0 || hasData) return;
      response.http.status = status;
      if (status === 401) response.http.headers.set('www-authenticate', 'Bearer');
      if (status === FAILURE_STATUS.UNAVAILABLE) response.http.headers.set('retry-after', RETRY_AFTER);
    },
  }),
};
