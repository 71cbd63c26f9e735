import type { Size } from './synthetic-rows.ts';
import { busyCities } from './synthetic-rows.ts';

/** Names of the five questions, as `--only` takes them. */
export const QUESTIONS = ['typename', 'figures', 'projects', 'activities', 'years'] as const;

/** One of the five questions. */
export type Question = (typeof QUESTIONS)[number];

/** What stands in tables for a question. */
export const TITLES: Readonly<Record<Question, string>> = {
  typename: '`__typename`',
  figures: '12 live figures',
  projects: '20 projects, nested',
  activities: 'page of 50 with total',
  years: 'indicator by city and year',
};

/** Variables of one request. */
export type Variables = Readonly<Record<string, string | number>>;

/** What a server is asked: a document, and variables of the n-th request. */
export type Asked = { readonly query: string; readonly variables: (n: number, size: Size) => Variables };

const numbered = (kind: string, n: number, digits: number) =>
  `synthetic-${kind}-${String(n).padStart(digits, '0')}`;

/** The code of the project that the n-th request asks for: each in turn, far from the one before. */
const projectOf = (n: number, { projects }: Size) => numbered('project', 1 + ((n * 37) % projects), 5);
const cityOf = (n: number, size: Size) => numbered('city', 1 + ((n * 7) % busyCities(size)), 4);

/** The questions in the gateway's own contract. Servers with a schema of their own are asked the same way. */
export const OURS: Readonly<Record<Question, Asked>> = {
  typename: { query: 'query Typename { __typename }', variables: () => ({}) },
  figures: {
    query: `query Figures($project: String!) {
  project(code: $project) {
    code
    title
    figures(during: "2024", component: ECONOMIC) {
      value
      qualifier
      revision
      period { start end }
      indicator { code name unit }
      sources { code title }
    }
  }
}`,
    variables: (n, size) => ({ project: projectOf(n, size) }),
  },
  projects: {
    query: `query Projects {
  projects(first: 20) {
    nodes {
      code
      title
      districts { code name }
      cities { code name }
      participations { role organization { code name } }
    }
  }
}`,
    variables: () => ({}),
  },
  activities: {
    query: `query Activities($city: String!) {
  activities(first: 50, filter: { city: $city, type: WORKSHOP }) {
    totalCount
    nodes { code title type heldOn project { code title } sources { code title } }
  }
}`,
    variables: (n, size) => ({ city: cityOf(n, size) }),
  },
  years: {
    query: `query Years($project: String!) {
  project(code: $project) {
    code
    figures(indicators: ["synthetic-indicator-13"]) {
      value
      period { start }
      place { code }
    }
  }
}`,
    variables: (n, size) => ({ project: projectOf(n, size) }),
  },
};

/** The name of the operation in a document. */
export const OPERATIONS: Readonly<Record<Question, string>> = {
  typename: 'Typename',
  figures: 'Figures',
  projects: 'Projects',
  activities: 'Activities',
  years: 'Years',
};
