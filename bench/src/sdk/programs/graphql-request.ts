import { GraphQLClient } from 'graphql-request';
import { type ActivityPage, type CityPage, relationsOf } from '../program.ts';

export const connect = (url: string, token: string) =>
  new GraphQLClient(url, { headers: { authorization: `Bearer ${token}` } });

export const query = (client: GraphQLClient, search: string) =>
  client.request<CityPage>(CITIES, { search, first: 3 });

export async function related(client: GraphQLClient) {
  return relationsOf(await client.request<ActivityPage>(ACTIVITIES, { first: 3 }));
}

export async function list(client: GraphQLClient) {
  const cities: unknown[] = [];
  let after: string | null = null;
  do {
    const page: CityPage = await client.request<CityPage>(CITIES, { first: 100, after });
    cities.push(...page.cities.nodes);
    after = page.cities.pageInfo.hasNextPage ? page.cities.pageInfo.endCursor : null;
  } while (after !== null);
  return cities;
}

export const queryAs = (url: string, token: string, search: string) =>
  new GraphQLClient(url).request<CityPage>(
    CITIES,
    { search, first: 3 },
    { authorization: `Bearer ${token}` },
  );
