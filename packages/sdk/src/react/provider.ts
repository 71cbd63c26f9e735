import { createContext, createElement, type ReactElement, type ReactNode, useContext } from 'react';
import type { Client } from '../client.ts';
import { ApiError } from '../error.ts';

const ClientContext = createContext<Client | null>(null);

/**
 * Hands a client to all components below.
 *
 * @example
 * const client = createClient({ url: 'https://data.example.org/graphql' });
 * createRoot(element).render(<DataHubProvider client={client}><App /></DataHubProvider>);
 */
export function DataHubProvider({
  client,
  children,
}: {
  readonly client: Client;
  readonly children?: ReactNode;
}): ReactElement {
  return createElement(ClientContext.Provider, { value: client }, children);
}

/**
 * The client that the component was handed.
 *
 * @throws ApiError BAD_OPTIONS when there is none
 */
export function useDataHubClient(): Client {
  const client = useContext(ClientContext);
  if (!client) {
    throw new ApiError('BAD_OPTIONS', 'There is no client. Put <DataHubProvider client={…}> around.');
  }
  return client;
}
