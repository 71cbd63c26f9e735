import { createRequire } from 'node:module';
import type { FastifyInstance, FastifyServerOptions, RouteOptions } from 'fastify';

type Controller = NonNullable<FastifyServerOptions['schemaController']>;
type Compilers = Required<NonNullable<Controller['compilersFactory']>>;

// The versions that Fastify itself has.
const load = createRequire(createRequire(import.meta.url).resolve('fastify'));

/**
 * Fastify's own compilers of JSON Schemas, loaded for the first route that has one: none of the gateway's has, and loading
 * them takes a twentieth of a start.
 */
export const LATE_COMPILERS: Compilers = {
  buildValidator: (...given: Parameters<Compilers['buildValidator']>) =>
    load('@fastify/ajv-compiler')()(...given),
  buildSerializer: (...given: Parameters<Compilers['buildSerializer']>) =>
    load('@fastify/fast-json-stringify-compiler')()(...given),
};

/**
 * Refuses routes whose schema has names of headers that never come. Fastify writes them in lower case itself, but for
 * compilers that it has not loaded itself: then a header would not be checked, and nobody would know.
 */
export function requireHeaderNames(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url, schema }: RouteOptions) => {
    const name = namesIn(schema?.headers).find((name) => name !== name.toLowerCase());
    if (name === undefined) return;
    throw new Error(
      `The schema of ${String(method)} ${url} names the header "${name}". Expected names of headers in lower case: "${name.toLowerCase()}".`,
    );
  });
}

const KEYED_BY_NAME = ['properties', 'dependencies', 'dependentSchemas', 'dependentRequired'];

/** The names of all properties that a JSON Schema knows, at any depth. */
function namesIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'required' && Array.isArray(value)) return value.map(String);
    if (!KEYED_BY_NAME.includes(key)) return namesIn(value);
    const entries = Object.entries(Object(value));
    return entries.flatMap(([name, one]) => [name, ...(Array.isArray(one) ? one.map(String) : namesIn(one))]);
  });
}
