import { Client, cacheExchange, fetchExchange } from '@urql/core';
import { retryExchange } from '@urql/exchange-retry';

/** urql with the exchange that its documentation names for retries. */
export const connectRetrying = (url: string, token: string) =>
  new Client({
    url,
    exchanges: [cacheExchange, retryExchange({}), fetchExchange],
    fetchOptions: { headers: { authorization: `Bearer ${token}` } },
  });
