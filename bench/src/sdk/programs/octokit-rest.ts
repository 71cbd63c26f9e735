import { Octokit } from 'octokit';

const repository = { owner: 'octocat', repo: 'hello-world' };

export const connect = (baseUrl: string, auth: string) =>
  new Octokit({ auth, baseUrl: baseUrl.replace(/\/graphql$/, '') });

export const query = (octokit: Octokit, labels: string) =>
  octokit.rest.issues.listForRepo({ ...repository, labels, per_page: 3 });

export async function related(octokit: Octokit) {
  const { data } = await octokit.rest.issues.listForRepo({ ...repository, per_page: 3 });
  return data.map(({ user, assignee }) => [user?.login ?? '', assignee?.login ?? '']);
}

export const list = (octokit: Octokit) =>
  octokit.paginate(octokit.rest.issues.listForRepo, { ...repository, per_page: 100 });

export const queryAs = (url: string, token: string, labels: string) =>
  new Octokit({ baseUrl: url.replace(/\/graphql$/, '') }).rest.issues.listForRepo({
    ...repository,
    labels,
    per_page: 3,
    headers: { authorization: `token ${token}` },
  });
