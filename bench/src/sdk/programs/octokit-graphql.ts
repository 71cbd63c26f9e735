import { Octokit } from 'octokit';
import { type ActivityPage, type CityPage, relationsOf } from '../program.ts';

export const connect = (baseUrl: string, auth: string) =>
  new Octokit({ auth, baseUrl: baseUrl.replace(/\/graphql$/, '') });

export const query = (octokit: Octokit, search: string) =>
  octokit.graphql<CityPage>(CITIES, { search, first: 3 });

export async function related(octokit: Octokit) {
  return relationsOf(await octokit.graphql<ActivityPage>(ACTIVITIES, { first: 3 }));
}

export async function list(octokit: Octokit) {
  const { cities } = await octokit.graphql.paginate<CityPage>(CITIES_BY_CURSOR, { first: 100 });
  return cities.nodes;
}

export const queryAs = (url: string, token: string, search: string) =>
  new Octokit({ baseUrl: url.replace(/\/graphql$/, '') }).graphql<CityPage>(CITIES, {
    search,
    first: 3,
    headers: { authorization: `token ${token}` },
  });
