import { graphql } from '@octokit/graphql';
import { type ActivityPage, type CityPage, relationsOf } from '../program.ts';

type Ask = typeof graphql;

export const connect = (baseUrl: string, token: string): Ask =>
  graphql.defaults({
    baseUrl: baseUrl.replace(/\/graphql$/, ''),
    headers: { authorization: `token ${token}` },
  });

export const query = (ask: Ask, search: string) => ask<CityPage>(CITIES, { search, first: 3 });

export async function related(ask: Ask) {
  return relationsOf(await ask<ActivityPage>(ACTIVITIES, { first: 3 }));
}

export async function list(ask: Ask) {
  const cities: unknown[] = [];
  let after: string | null = null;
  do {
    const page: CityPage = await ask<CityPage>(CITIES, { first: 100, after });
    cities.push(...page.cities.nodes);
    after = page.cities.pageInfo.hasNextPage ? page.cities.pageInfo.endCursor : null;
  } while (after !== null);
  return cities;
}

export const queryAs = (url: string, token: string, search: string) =>
  graphql<CityPage>(CITIES, {
    search,
    first: 3,
    baseUrl: url.replace(/\/graphql$/, ''),
    headers: { authorization: `token ${token}` },
  });
