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
export function createLateCompilers(): Compilers {
  return {
    buildValidator: buildLate('@fastify/ajv-compiler'),
    buildSerializer: buildLate('@fastify/fast-json-stringify-compiler'),
  };
}

function buildLate<Build extends (...given: never[]) => unknown>(name: string): Build {
  let build: Build | undefined;
  const late = (...given: Parameters<Build>) => {
    build ??= load(name)() as Build;
    return build(...given);
  };
  return late as Build;
}

/**
 * Refuses routes whose schema may name headers that never come. Fastify writes their names in lower case itself, but not
 * for compilers that it has not loaded itself: then a header would not be checked, and nobody would know.
 */
export function requireHeaderNames(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url, schema, validatorCompiler }: RouteOptions) => {
    const headers: unknown = schema?.headers;
    if (validatorCompiler !== undefined || !isPlain(headers)) return;
    const fault = faultIn(headers);
    if (fault !== undefined)
      throw new Error(`The schema of the headers of ${String(method)} ${url} ${fault}`);
  });
}

/** Whether it is a JSON Schema, and not something else that a compiler takes. */
function isPlain(schema: unknown): schema is Readonly<Record<string, unknown>> {
  return typeof schema === 'object' && schema !== null && Object.getPrototypeOf(schema) === Object.prototype;
}

const NAMES = ['properties', 'dependencies', 'dependentSchemas', 'dependentRequired'];
/** What names properties otherwise than one by one, or elsewhere. */
const UNCLEAR = ['propertyNames', 'patternProperties', '$ref'];

/** Why the names of headers in a schema may not be those that come, at any depth. */
function faultIn(schema: unknown): string | undefined {
  if (Array.isArray(schema)) return firstOf(schema.map(faultIn));
  if (!isPlain(schema)) return undefined;
  const faults = Object.entries(schema).map(([key, value]) => {
    if (UNCLEAR.includes(key)) return `has "${key}". Expected each header by its name, under "properties".`;
    if (key === 'required') return faultOf([value].flat());
    if (!NAMES.includes(key) || !isPlain(value)) return faultIn(value);
    const told = Object.values(value);
    return firstOf([
      faultOf(Object.keys(value)),
      ...told.map((one) => (Array.isArray(one) ? faultOf(one) : faultIn(one))),
    ]);
  });
  return firstOf(faults);
}

function faultOf(names: readonly unknown[]): string | undefined {
  const name = names.map(String).find((one) => one !== one.toLowerCase());
  return name && `names "${name}". Expected names of headers in lower case: "${name.toLowerCase()}".`;
}

function firstOf(faults: readonly (string | undefined)[]): string | undefined {
  return faults.find((fault) => fault !== undefined);
}
