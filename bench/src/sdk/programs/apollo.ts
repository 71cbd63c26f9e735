import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { type ActivityPage, type CityPage, relationsOf } from '../program.ts';

export const connect = (uri: string, token: string) =>
  new ApolloClient({
    link: new HttpLink({ uri, headers: { authorization: `Bearer ${token}` } }),
    cache: new InMemoryCache(),
  });

export const query = (client: ApolloClient, search: string) =>
  client.query<CityPage>({ query: gql(CITIES), variables: { search, first: 3 } });

export async function related(client: ApolloClient) {
  const { data } = await client.query<ActivityPage>({ query: gql(ACTIVITIES), variables: { first: 3 } });
  return data ? relationsOf(data) : [];
}

export async function list(client: ApolloClient) {
  const cities: unknown[] = [];
  let after: string | null = null;
  do {
    const variables: object = { first: 100, after };
    const { data, error } = await client.query<CityPage>({ query: gql(CITIES), variables });
    if (!data) throw error;
    cities.push(...data.cities.nodes);
    after = data.cities.pageInfo.hasNextPage ? data.cities.pageInfo.endCursor : null;
  } while (after !== null);
  return cities;
}

export const queryAs = (uri: string, token: string, search: string) =>
  new ApolloClient({ link: new HttpLink({ uri }), cache: new InMemoryCache() }).query<CityPage>({
    query: gql(CITIES),
    variables: { search, first: 3 },
    context: { headers: { authorization: `Bearer ${token}` } },
  });
