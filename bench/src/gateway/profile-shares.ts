import type { Profiler } from 'node:inspector';

/** Who the time of a process is spent for, in the order in which a request meets them. */
export const SPENDERS = [
  'HTTP: Fastify, and the gateway’s own routes',
  'Apollo Server',
  'parsing and validating the document',
  'limits: coercing variables, measuring the operation',
  'executing (graphql-js)',
  'executing compiled queries',
  'resolvers and stores',
  'loaders (dataloader)',
  'building and compiling SQL (Kysely)',
  'driver: sending statements together, parsing rows',
  'writing the answer as JSON',
  'keeping the answer: hash, version',
  'Node: sockets, streams, promises',
  'garbage collection',
] as const;

/** One who time is spent for. */
export type Spender = (typeof SPENDERS)[number];

/** Samples by spender, and those in which nothing ran. */
export type Shares = { readonly busy: Readonly<Partial<Record<Spender, number>>>; readonly idle: number };

const [
  HTTP,
  APOLLO,
  DOCUMENT,
  LIMITS,
  EXECUTION,
  COMPILED,
  RESOLVERS,
  LOADERS,
  KYSELY,
  DRIVER,
  JSON_TEXT,
  KEEPING,
  NODE,
  GARBAGE,
] = SPENDERS;

/** Files by what their path holds; the first that fits. */
const BY_PATH: readonly (readonly [RegExp, Spender])[] = [
  [/\/packages\/server\/src\/limits\//, LIMITS],
  [/\/packages\/server\/src\/cache\/(front|ask|answer-question|shapes)\./, HTTP],
  [/\/packages\/server\/src\/cache\//, KEEPING],
  [/\/packages\/server\/src\/execution\/(compiled-|resolve-|plan\/)/, COMPILED],
  [/\/packages\/server\/src\//, HTTP],
  [/\/packages\/schema\/src\/database\/(lanes|statement-batch|column-values|write-value|reader)\./, DRIVER],
  [/\/packages\/schema\/src\/database\//, KYSELY],
  [/\/packages\/schema\/src\/loader\./, LOADERS],
  [/\/packages\/schema\/src\//, RESOLVERS],
  [/\/node_modules\/@pothos\//, RESOLVERS],
  [/\/node_modules\/(graphql-scalars)\//, RESOLVERS],
  [/\/node_modules\/graphql\/(language|validation)\//, DOCUMENT],
  [/\/node_modules\/graphql\/execution\//, EXECUTION],
  [/\/node_modules\/dataloader\//, LOADERS],
  [/\/node_modules\/kysely\//, KYSELY],
  [/\/node_modules\/(pg|pg-[a-z]+|postgres-[a-z]+)\//, DRIVER],
  [/\/node_modules\/@apollo\//, APOLLO],
  [/\/node_modules\//, HTTP],
];

/** Shared code counts for whoever called it. */
const SHARED = /\/node_modules\/(graphql\/(type|utilities|jsutils|error)|lru-cache)\//;

function spenderOf({ url, functionName }: Profiler.ProfileNode['callFrame'], caller: Spender): Spender {
  if (functionName === '(garbage collector)') return GARBAGE;
  if (caller === LIMITS || SHARED.test(url)) return caller;
  if (functionName.includes('JSONStringify') || functionName === 'stringify') return JSON_TEXT;
  return BY_PATH.find(([path]) => path.test(url))?.[1] ?? caller;
}

/**
 * Shares the samples of a profile out: each counts for the package whose code ran, or which called what ran. What
 * the limits call counts for them.
 */
export function shareTime({ nodes }: Profiler.Profile): Shares {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const busy: Partial<Record<Spender, number>> = {};
  let idle = 0;
  const visit = (node: Profiler.ProfileNode, caller: Spender) => {
    const hits = node.hitCount ?? 0;
    const spender = spenderOf(node.callFrame, caller);
    if (node.callFrame.functionName === '(idle)') idle += hits;
    else busy[spender] = (busy[spender] ?? 0) + hits;
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child) visit(child, spender);
    }
  };
  const [root] = nodes;
  if (root) visit(root, NODE);
  return { busy, idle };
}
