import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { sendRaw, shareTestGateway } from '../../../../testing/gateway.ts';
import { createGateway } from '../gateway.ts';

const gateway = shareTestGateway();
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

async function open(path: string, headers: Record<string, string> = { accept: BROWSER }) {
  const response = await fetch(`${gateway.url}${path}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('the home page', () => {
  it.each([
    ['en', '/', 'en'],
    ['sr-Latn', '/', 'sr-Latn'],
    ['sr', '/', 'sr-Cyrl'],
    ['de', '/', 'en'],
    ['sr', '/?lang=sr-Latn', 'sr-Latn'],
    ['en', '/?lang=sr-Cyrl', 'sr-Cyrl'],
    ['sr', '/?lang=en', 'en'],
    ['sr-Latn', '/?lang=de', 'sr-Latn'],
    ['sr-Latn', '/?lang=__proto__', 'sr-Latn'],
    ['sr-Latn', '/?lang=constructor', 'sr-Latn'],
    ['sr-Latn', '/?lang=en&lang=sr-Cyrl', 'sr-Latn'],
  ])('for a reader of %s at %s is in %s', async (accepted, path, tag) => {
    const { status, headers, text } = await open(path, { 'accept-language': accepted });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('vary')).toBe('Accept-Language');
    expect(text).toContain(`<html lang="${tag}">`);
  });

  it('names a source for every figure that it shows', async () => {
    const { text } = await open('/');
    const count = (part: string) => text.split(part).length - 1;
    expect(count('class="value"')).toBeGreaterThan(0);
    expect(count('class="source">Source: <cite lang=')).toBe(count('class="value"'));
  });

  it('tells what the database holds', async () => {
    const before = await open('/');
    expect(before.text).toContain('<dt>Projects</dt><dd>1</dd>');
    expect(before.text).toContain('Data version 1');
  });

  it('carries a policy that lets in its own style and no script', async () => {
    const { headers, text } = await open('/');
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(policy).not.toMatch(/script-src|unsafe/);
  });

  it('names the address under which readers reach it', async () => {
    const { app } = await createGateway({
      pool: gateway.database.pool,
      publicUrl: 'https://data.example.org',
    });
    expect((await app.inject('/')).body).toContain('curl https://data.example.org/graphql');
  });
});

describe('the explorer', () => {
  it('is what a browser gets, with its policy, and asked for again each time', async () => {
    const { status, headers, text } = await open('/graphql');
    expect(status).toBe(200);
    expect(text).toContain('<div id="explorer">');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('vary')).toBe('Accept');
    expect(headers.get('cache-control')).not.toMatch(/immutable|max-age=[1-9]/);
  });

  it.each([
    '*/*',
    'application/json',
    'application/graphql-response+json',
    'application/json, text/html;q=0.5',
    '',
  ])('is not what a program gets that accepts "%s"', async (accept) => {
    const { status, text } = await open('/graphql?query={dataVersion}', {
      accept,
      'apollo-require-preflight': '1',
    });
    expect({ status, answer: JSON.parse(text) }).toEqual({
      status: 200,
      answer: { data: { dataVersion: 1 } },
    });
  });

  it('loads files that any cache may keep for ever', async () => {
    const { text } = await open('/graphql');
    const files = [...text.matchAll(/(?:src|href)="(\/graphql\/assets\/[^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      const { status, headers } = await open(file);
      expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    }
  });

  it('has files whose names say nothing of what is in them asked for again', async () => {
    const { status, headers } = await open('/graphql/assets/third-party-notices.txt');
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=0']);
  });

  it.each([
    '/graphql/assets/',
    '/graphql/assets/index.html',
    '/graphql/assets/%69ndex.html',
    '/graphql/assets/index.html%2f.',
    '/graphql/assets/index.html%2fx%2f..',
    '/graphql/assets/index.html/.',
    '/graphql/assets/index.html/%2e',
    '/graphql/assets/index.html.',
    '/graphql/assets/.%2findex.html',
    '/graphql/assets/nothing.js',
    '/graphql/assets/../../package.json',
    '/graphql/assets/%2e%2e/%2e%2e/package.json',
    '/graphql/assets/..%2f..%2fpackage.json',
    '/graphql/assets/..%5c..%5cpackage.json',
    '/graphql/assets//etc/passwd',
    '/graphql/assets/%00',
  ])('has no other file: %s', async (path) => {
    const { status, body } = await sendRaw(
      gateway.url,
      `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
    );
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });
});

it.each(['/graphql/assets/', '/graphql/assets', '/graphql/assets/?a', '/graphql/assets//'])(
  'the folder of its files is no page: %s',
  async (path) => {
    const { status, text } = await open(path);
    expect(status).toBe(404);
    expect(JSON.parse(text).errors[0].message).toContain('The GraphQL endpoint is /graphql');
  },
);

it('whoever leaves before a file comes is no failure', async () => {
  const lines: string[] = [];
  const logger = pino({ level: 'warn' }, { write: (line) => void lines.push(line) });
  const own = await createGateway({ pool: gateway.database.pool, logger });
  const closed = Promise.withResolvers<void>();
  own.app.get('/never', (_request, reply) => {
    reply.raw.once('close', closed.resolve);
    return reply.send(new Readable({ read: () => undefined }));
  });
  const url = await own.listen({ host: '127.0.0.1', port: 0 });
  const leaving = fetch(`${url}/never`, { signal: AbortSignal.timeout(200) });
  await expect(leaving).rejects.toThrow();
  await closed.promise;
  await own.close();
  expect(lines).toEqual([]);
});

it('the contract is served as it was reviewed', async () => {
  const { headers, text } = await open('/schema.graphql');
  expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(text).toBe(readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'));
});

it('there is no icon, and no error for asking', async () => {
  expect(await open('/favicon.ico')).toMatchObject({ status: 204, text: '' });
});
