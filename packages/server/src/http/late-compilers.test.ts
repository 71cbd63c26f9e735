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
    ['X-Told', { required: ['X-Told'] }],
    ['X-Told', { properties: { 'X-Told': { type: 'string' } } }],
    ['X-Told', { anyOf: [{ properties: { told: {} } }, { dependencies: { told: ['X-Told'] } }] }],
  ])('is refused when it names the header %s in %j', async (_name, headers) => {
    const app = await useApp();
    expect(() => app.get('/about-us', { schema: { headers } }, async () => null)).toThrow(
      'The schema of GET /about-us names the header "X-Told". Expected names of headers in lower case: "x-told".',
    );
  });

  it('may have a schema of a header that is fixed to a text in capitals', async () => {
    const app = await useApp();
    const headers = { type: 'object', properties: { 'x-told': { enum: ['YES'] } } };
    app.get('/about-us', { schema: { headers } }, async () => ({ told: true }));
    const { statusCode } = await app.inject({ url: '/about-us', headers: { 'x-told': 'NO' } });
    expect(statusCode).toBe(400);
  });
});
