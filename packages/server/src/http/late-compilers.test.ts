import { describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../../../testing/database.ts';
import { createGateway } from '../gateway.ts';

async function useApp() {
  const { pool } = await useTestDatabase('loaded');
  return (await createGateway({ pool })).app;
}

describe('a route of whoever embeds the gateway', () => {
  it('is checked by its schemas, and answers by them', async () => {
    const app = await useApp();
    const body = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } };
    const headers = { type: 'object', required: ['x-told'] };
    const response = { 200: { type: 'object', properties: { name: { type: 'string' } } } };
    app.post('/about-us', { schema: { body, headers, response } }, async ({ body }) => ({
      ...(body as { name: string }),
      hidden: true,
    }));
    const ask = (payload: object, told: object = { 'X-Told': 'yes' }) =>
      app.inject({ method: 'POST', url: '/about-us', payload, headers: { ...told } });
    expect((await ask({ name: 'Embedder' })).json()).toEqual({ name: 'Embedder' });
    expect((await ask({})).json().errors[0].message).toBe("body must have required property 'name'");
    const untold = await ask({ name: 'Embedder' }, {});
    expect(untold.json().errors[0].message).toBe("headers must have required property 'x-told'");
  });

  it.each([
    [{ required: ['X-Told'] }],
    [{ properties: { 'X-Told': { type: 'string' } } }],
    [{ anyOf: [{ properties: { told: {} } }, { dependencies: { told: ['X-Told'] } }] }],
    [{ not: { dependentSchemas: { told: { required: ['X-Told'] } } } }],
  ])('is refused when it names a header as it never comes: %j', async (headers) => {
    const app = await useApp();
    expect(() => app.get('/about-us', { schema: { headers } }, async () => null)).toThrow(
      'The schema of the headers of GET /about-us names "X-Told". Expected names of headers in lower case: "x-told".',
    );
  });

  it.each([
    ['propertyNames', { propertyNames: { not: { const: 'X-Evil' } } }],
    ['patternProperties', { patternProperties: { '^X-': { type: 'string' } } }],
    ['$ref', { allOf: [{ $ref: 'told#' }] }],
  ])('is refused when it names headers by %s', async (name, headers) => {
    const app = await useApp();
    expect(() => app.get('/about-us', { schema: { headers } }, async () => null)).toThrow(
      `The schema of the headers of GET /about-us has "${name}". Expected each header by its name, under "properties".`,
    );
  });

  it('may have a schema of another kind, and what compiles it', async () => {
    const app = await useApp();
    class Kind {
      readonly self = this;
      readonly required = ['X-Told'];
    }
    const validatorCompiler = () => () => ({ error: new Error('checked otherwise') });
    app.get('/about-us', { schema: { headers: new Kind() }, validatorCompiler }, async () => null);
    const answer = await app.inject('/about-us');
    expect(answer.json().errors[0].message).toBe('checked otherwise');
  });

  it('may have a schema of a header that is fixed to a text in capitals', async () => {
    const app = await useApp();
    const headers = { type: 'object', properties: { 'x-told': { enum: ['YES'] } } };
    app.get('/about-us', { schema: { headers } }, async () => ({ told: true }));
    const { statusCode } = await app.inject({ url: '/about-us', headers: { 'x-told': 'NO' } });
    expect(statusCode).toBe(400);
  });
});
