import { LIST_LENGTH, type Question } from './hub-answers.ts';

/** The least that Linear's client needs to make its models. */
export function answerAsLinear({ query = '', variables = {} }: Question): unknown {
  const [, name = ''] = /(?:query|mutation)\s+(\w+)/.exec(query) ?? [];
  if (name !== 'issues') return { data: { [name]: { id: variables.id, name: `name of ${variables.id}` } } };
  const { first = 50, after } = variables as { first?: number; after?: string | null };
  const start = after ? Number(after) : 0;
  const end = Math.min(LIST_LENGTH, start + first);
  const nodes = Array.from({ length: end - start }, (_, index) => ({
    id: `issue-${start + index}`,
    title: 'An issue',
    reactions: [],
    sharedAccess: { sharedWithUsers: [] },
    assignee: { id: `user-${start + index}` },
    team: { id: `team-${start + index}` },
    state: { id: 'state' },
  }));
  return {
    data: { issues: { nodes, pageInfo: { hasNextPage: end < LIST_LENGTH, endCursor: String(end) } } },
  };
}

/** A page of issues as GitHub's REST API has it, with the link to the next. */
export function answerAsGitHub(url: URL): { readonly body: unknown; readonly link: string } {
  const size = Number(url.searchParams.get('per_page') ?? 30);
  const page = Number(url.searchParams.get('page') ?? 1);
  const start = (page - 1) * size;
  const end = Math.min(LIST_LENGTH, start + size);
  const body = Array.from({ length: end - start }, (_, index) => ({
    number: start + index,
    user: { login: `user-${start + index}` },
    assignee: { login: `assignee-${start + index}` },
  }));
  const next = new URL(url);
  next.searchParams.set('page', String(page + 1));
  return { body, link: end < LIST_LENGTH ? `<${next.href}>; rel="next"` : '' };
}
