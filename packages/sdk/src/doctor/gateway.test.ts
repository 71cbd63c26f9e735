import { describe, expect, test } from 'vitest';
import { contract } from './contract.fixture.ts';
import { plant, run, serve, serveContract } from './partner.fixture.ts';

const ask = async (url: string, ...more: readonly string[]) =>
  run(['doctor', await plant({ 'a.graphql': '{ dataVersion }' }), '--url', url, ...more]);
const answer = (status: number, body: unknown) =>
  serve((_request, response) => {
    response.statusCode = status;
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });

describe('a gateway', () => {
  test('tells its contract', async () => {
    const { code, stdout, stderr } = await ask(await serveContract(contract));
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Nothing breaks');
  });

  test('of an older kind tells it too', async () => {
    const { introspectionFromSchema, buildSchema } = await import('graphql');
    const data = introspectionFromSchema(buildSchema(contract), { inputValueDeprecation: false });
    const url = await serve(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const asksTooMuch = /args\(includeDeprecated/.test(JSON.parse(body).query);
      const message = 'Unknown argument "includeDeprecated" on field "__Field.args".';
      response.end(JSON.stringify(asksTooMuch ? { errors: [{ message }] } : { data }));
    });
    expect((await ask(url)).code).toBe(0);
  });

  test('is sent the headers, which are never told', async () => {
    const seen: unknown[] = [];
    const url = await serve((request, response) => {
      seen.push(request.headers.authorization, request.headers['x-team']);
      response.statusCode = 403;
      response.end();
    });
    const { code, stdout, stderr } = await ask(
      `${url}?key=secret`,
      '--header=authorization: Bearer secret',
      '--header=X-Team: red:secret',
    );
    expect(seen).toEqual(['Bearer secret', 'red:secret']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`${url} answered 403. Sign in with --header 'authorization: Bearer …'.\n`);
  });
});

describe('says what is wrong', () => {
  test.each([
    ['no address', 'data.example.org', '--url is no address that can be asked.'],
    ['a password in it', 'https://me:secret@data.example.org', '--url is no address that can be asked.'],
    ['nobody there', 'http://127.0.0.1:1/graphql', 'http://127.0.0.1:1/graphql cannot be reached'],
  ])('%s', async (_name, url, message) => {
    const { code, stderr } = await ask(url);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect(stderr).not.toContain('secret');
  });

  test.each([
    ['a page', 200, '<html>', 'is no GraphQL gateway: it answered 200 without GraphQL.'],
    ['other JSON', 404, { message: 'no' }, 'is no GraphQL gateway: it answered 404 without GraphQL.'],
    ['a redirect', 301, '', 'It redirects: give the address that it redirects to.'],
    [
      'a refusal',
      400,
      { errors: [{ message: 'Introspection is off.' }] },
      'does not tell its contract. It said: Introspection is off.',
    ],
    ['an empty contract', 200, { data: {} }, 'does not tell its contract.'],
    ['a broken contract', 200, { data: { __schema: {} } }, 'cannot be read'],
  ])('%s', async (_name, status, body, message) => {
    const { code, stderr } = await ask(await answer(status, body));
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  test.each(['no colon secret', ': secret', 'bad name: secret', 'a: sec\nret'])(
    'header %j',
    async (header) => {
      const { code, stderr } = await ask(await answer(200, ''), `--header=${header}`);
      expect([code, stderr]).toEqual([2, "Header 1 is not of the form 'name: value'.\n"]);
    },
  );
});
