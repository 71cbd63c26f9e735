import { type ActivityPage, type CityPage, relationsOf } from '../program.ts';

type Connection = { readonly url: string; readonly token: string };

export const connect = (url: string, token: string): Connection => ({ url, token });

async function ask<Answer>({ url, token }: Connection, query: string, variables: object): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    readonly data: Answer;
    readonly errors?: readonly [{ readonly message: string }];
  };
  if (errors) throw new Error(errors[0].message);
  return data;
}

export const query = (connection: Connection, search: string) =>
  ask<CityPage>(connection, CITIES, { search, first: 3 });

export async function related(connection: Connection) {
  return relationsOf(await ask<ActivityPage>(connection, ACTIVITIES, { first: 3 }));
}

export async function list(connection: Connection) {
  const cities: unknown[] = [];
  let after: string | null = null;
  do {
    const page: CityPage = await ask<CityPage>(connection, CITIES, { first: 100, after });
    cities.push(...page.cities.nodes);
    after = page.cities.pageInfo.hasNextPage ? page.cities.pageInfo.endCursor : null;
  } while (after !== null);
  return cities;
}
