import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { RetryLink } from '@apollo/client/link/retry';

/** Apollo Client with its own link for retries. */
export const connectRetrying = (uri: string, token: string) =>
  new ApolloClient({
    link: ApolloLink.from([
      new RetryLink(),
      new HttpLink({ uri, headers: { authorization: `Bearer ${token}` } }),
    ]),
    cache: new InMemoryCache(),
  });
