/** Rooms of `packages/schema/src` that every concept stands on. */
export const FOUNDATION_ROOMS = [
  'scope',
  'scalar',
  'locale',
  'paging',
  'database',
  'publication',
  'refusal',
  'idempotency',
  'audit',
] as const;

/** Single files of the foundation. */
export const FOUNDATION_FILES = ['builder.ts', 'context.ts', 'error.ts', 'loader.ts'] as const;

/** The concepts, in the order in which each may import the ones before it. */
export const CONCEPTS = [
  'source',
  'place',
  'organization',
  'project',
  'activity',
  'open-call',
  'indicator',
  'measurement',
  'figure',
  'viewer',
  'api-key',
  'beneficiary',
  'statistics',
] as const;

/** Rooms of `packages/schema/src` that are neither: loading data, the noise of counts, generated code, golden files. */
export const OTHER_ROOMS = ['dataset', 'disclosure', 'synthetic', 'generated', 'golden'] as const;

/** Rooms of `packages/server/src` that a request passes, each of which may import the ones before it. */
export const SERVER_ROOMS = [
  'request',
  'auth',
  'documents',
  'limits',
  'execution',
  'cache',
  'live',
  'http',
] as const;
