import { Client, cacheExchange, fetchExchange } from '@urql/core';
import { type ActivityPage, type CityPage, relationsOf } from '../program.ts';

export const connect = (url: string, token: string) =>
  new Client({
    url,
    exchanges: [cacheExchange, fetchExchange],
    fetchOptions: { headers: { authorization: `Bearer ${token}` } },
  });

export const query = (client: Client, search: string) =>
  client.query<CityPage>(CITIES, { search, first: 3 }).toPromise();

export async function related(client: Client) {
  const { data } = await client.query<ActivityPage>(ACTIVITIES, { first: 3 }).toPromise();
  return data ? relationsOf(data) : [];
}

export async function list(client: Client) {
  const cities: unknown[] = [];
  let after: string | null = null;
  do {
    const variables: object = { first: 100, after };
    const { data, error } = await client.query<CityPage>(CITIES, variables).toPromise();
    if (!data) throw error;
    cities.push(...data.cities.nodes);
    after = data.cities.pageInfo.hasNextPage ? data.cities.pageInfo.endCursor : null;
  } while (after !== null);
  return cities;
}

export const queryAs = (url: string, token: string, search: string) =>
  new Client({ url, exchanges: [cacheExchange, fetchExchange] })
    .query<CityPage>(
      CITIES,
      { search, first: 3 },
      { fetchOptions: { headers: { authorization: `Bearer ${token}` } } },
    )
    .toPromise();
