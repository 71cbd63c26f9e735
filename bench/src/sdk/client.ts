/** A client under measurement. */
export type Client = {
  readonly name: string;
  /** The package that is installed for it; none for what needs no package. */
  readonly package: string | null;
  /** What a program imports, to be loaded in Node. */
  readonly imports: readonly string[];
  /** Its file in `programs`. */
  readonly program: string;
  /** Whether it turns the pages of a list; else the program does. */
  readonly turnsPages: boolean;
  /** Its file with retries switched on, where it has some that are off at first. */
  readonly retrying?: { readonly program: string; readonly name: string };
};

const TURN_PAGES = ['ours', 'octokit-graphql', 'octokit-rest', 'linear'];

function client(name: string, packageName: string, program: string, retrying?: Client['retrying']): Client {
  return {
    name,
    package: packageName,
    imports: [packageName],
    program,
    turnsPages: TURN_PAGES.includes(program),
    ...(retrying && { retrying }),
  };
}

/** The first is ours; all others are compared with it. */
export const CLIENTS: readonly [Client, ...Client[]] = [
  {
    ...client('@reintegration/sdk', '@reintegration/sdk', 'ours'),
    imports: ['@reintegration/sdk', '@reintegration/sdk/operations'],
  },
  { name: '`fetch` by hand', package: null, imports: [], program: 'fetch-by-hand', turnsPages: false },
  client('graphql-request', 'graphql-request', 'graphql-request'),
  client('@urql/core', '@urql/core', 'urql', { program: 'urql-retrying', name: '`retryExchange`' }),
  client('@apollo/client', '@apollo/client', 'apollo', { program: 'apollo-retrying', name: '`RetryLink`' }),
  client('@shopify/graphql-client', '@shopify/graphql-client', 'shopify', {
    program: 'shopify',
    name: '`retries: 1`',
  }),
  client('@octokit/graphql', '@octokit/graphql', 'octokit-small'),
  client('octokit, GraphQL', 'octokit', 'octokit-graphql'),
  client('octokit, REST', 'octokit', 'octokit-rest'),
  client('@linear/sdk', '@linear/sdk', 'linear'),
];
