import { createGraphQLClient, type GraphQLClient } from '@shopify/graphql-client';
import { type ActivityPage, type CityPage, relationsOf } from '../program.ts';

const headersWith = (token: string) => ({
  'Content-Type': 'application/json',
  'X-Shopify-Storefront-Access-Token': token,
});

export const connect = (url: string, token: string) =>
  createGraphQLClient({ url, headers: headersWith(token) });

/** With its own retries switched on. */
export const connectRetrying = (url: string, token: string) =>
  createGraphQLClient({ url, headers: headersWith(token), retries: 1 });

export const query = (client: GraphQLClient, search: string) =>
  client.request<CityPage>(CITIES, { variables: { search, first: 3 } });

export async function related(client: GraphQLClient) {
  const { data } = await client.request<ActivityPage>(ACTIVITIES, { variables: { first: 3 } });
  return data ? relationsOf(data) : [];
}

export async function list(client: GraphQLClient) {
  const cities: unknown[] = [];
  let after: string | null = null;
  do {
    const variables: object = { first: 100, after };
    const { data, errors } = await client.request<CityPage>(CITIES, { variables });
    if (!data) throw new Error(errors?.message);
    cities.push(...data.cities.nodes);
    after = data.cities.pageInfo.hasNextPage ? data.cities.pageInfo.endCursor : null;
  } while (after !== null);
  return cities;
}

export const queryAs = (url: string, token: string, search: string) =>
  createGraphQLClient({ url, headers: { 'Content-Type': 'application/json' } }).request<CityPage>(CITIES, {
    variables: { search, first: 3 },
    headers: headersWith(token),
  });
