import { LinearClient } from '@linear/sdk';

export const connect = (url: string, apiKey: string) =>
  new LinearClient({ apiKey, apiUrl: url.replace(/graphql$/, 'linear') });

export const query = (client: LinearClient, search: string) =>
  client.issues({ filter: { title: { contains: search } }, first: 3 });

export async function related(client: LinearClient) {
  const { nodes } = await client.issues({ first: 3 });
  return Promise.all(
    nodes.map(async (issue) => {
      const assignee = await issue.assignee;
      const team = await issue.team;
      return [assignee?.name ?? '', team?.name ?? ''];
    }),
  );
}

export async function list(client: LinearClient) {
  let issues = await client.issues({ first: 100 });
  while (issues.pageInfo.hasNextPage) issues = await issues.fetchNext();
  return issues.nodes;
}
