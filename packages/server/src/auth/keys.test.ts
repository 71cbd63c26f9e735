import { setTimeout as sleep } from 'node:timers/promises';
import { OPERATOR } from '@reintegration/schema';
import { describe, expect, it, onTestFinished } from 'vitest';
import { restrictedOf } from '../../../../testing/execute.ts';
import { createGateway } from '../gateway.ts';
import { readCredential } from './credential.ts';
import { bearer, REFUSED, useSigningGateway } from './gateway.fixture.ts';
import { createGuess } from './guess.fixture.ts';

const WHO =
  '{ viewer { role organization { code } projects { code } cities { code } permissions keyExpiresOn } }';
const ROLE = '{ viewer { role } }';

describe('a key', () => {
  it('tells the gateway who asks', async () => {
    const { ask, addKey } = await useSigningGateway();
    const { key } = await addKey({ expiresOn: '2099-12-31' });
    const { status, body, headers } = await ask(WHO, bearer(key));
    expect(status).toBe(200);
    expect(body.data.viewer).toEqual({
      role: 'PARTNER',
      organization: { code: 'idc' },
      projects: [{ code: 'reintegration-ii' }],
      cities: [{ code: 'pirot' }],
      permissions: [
        'READ_PUBLISHED',
        'READ_PRELIMINARY',
        'READ_CONTACTS',
        'READ_BENEFICIARIES',
        'WRITE_BENEFICIARIES',
      ],
      keyExpiresOn: '2099-12-31',
    });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is not needed for what is public', async () => {
    const { ask } = await useSigningGateway();
    expect((await ask(WHO)).body.data.viewer).toEqual({
      role: 'PUBLIC',
      organization: null,
      projects: [],
      cities: [],
      permissions: ['READ_PUBLISHED'],
      keyExpiresOn: null,
    });
  });

  it('is nothing that another header could say', async () => {
    const { ask, addKey } = await useSigningGateway();
    const { key } = await addKey({ role: 'STEWARD' });
    const spoofed = {
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-user': 'steward',
      'x-user': 'steward',
      'x-role': 'STEWARD',
      'x-viewer-role': 'STEWARD',
      'x-authorization': `Bearer ${key}`,
      'x-api-key': key,
      'proxy-authorization': `Bearer ${key}`,
      forwarded: 'for=127.0.0.1;by=steward',
      'x-original-url': '/graphql',
    };
    expect((await ask(ROLE, { ...spoofed, cookie: `authorization=Bearer ${key}; key=${key}` })).body).toEqual(
      {
        data: { viewer: { role: 'PUBLIC' } },
      },
    );
    const inAddress = `?key=${key}&access_token=${key}&authorization=Bearer%20${key}`;
    const { body } = await ask(ROLE, { 'x-test': inAddress });
    expect(body).toEqual({ data: { viewer: { role: 'PUBLIC' } } });
  });
});

describe('a request that is signed by nothing good', () => {
  it.each<[string, (key: string) => string]>([
    ['a key that nobody was given', () => 'Bearer rk_000000000000000000000000_0RFTvn'],
    ['a key with a wrong checksum', (key) => `Bearer ${key.slice(0, -1)}${key.endsWith('a') ? 'b' : 'a'}`],
    ['a key cut short', (key) => `Bearer ${key.slice(0, -3)}`],
    ['a key and more', (key) => `Bearer ${key} x`],
    ['a key without its scheme', (key) => key],
    ['another scheme', (key) => `Basic ${Buffer.from(`key:${key}`).toString('base64')}`],
    ['two keys', (key) => `Bearer ${key}, Bearer ${key}`],
    ['nothing', () => ''],
    ['a scheme alone', () => 'Bearer'],
    ['null', () => 'Bearer null'],
    ['SQL', () => `Bearer ' OR 1=1 --`],
    ['a header that is too long', () => `Bearer ${'a'.repeat(9_000)}`],
    ['a token, where nobody vouches for tokens', () => 'Bearer aaaa.bbbb.cccc'],
  ])('is refused: %s', async (_what, sign) => {
    const { ask, addKey, log } = await useSigningGateway();
    const { key } = await addKey();
    const { status, body, headers } = await ask(ROLE, { authorization: sign(key) });
    expect({ status, body }).toEqual({ status: 401, body: REFUSED });
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(log()).not.toContain(key.slice(3, 20));
  });

  it('is refused before anything is read of it, and no resolver runs', async () => {
    const { ask, connects } = await useSigningGateway();
    connects();
    const bad = bearer('rk_000000000000000000000000_000000');
    const { status } = await ask('{ cities { totalCount } }', bad);
    expect([status, connects()]).toEqual([401, 0]);
    expect((await ask('{ nonsense', bad)).status).toBe(401);
    expect((await ask('', bad, { body: 'x'.repeat(200_000) })).status).toBe(401);
  });

  it('is refused with a key given twice', () => {
    const authorization = `Bearer ${createGuess()}`;
    const once = { authorization: [authorization] };
    expect(readCredential({ headers: { authorization }, headersDistinct: once }).kind).toBe('key');
    const twice = { authorization: [authorization, authorization] };
    expect(readCredential({ headers: { authorization }, headersDistinct: twice })).toEqual({
      kind: 'malformed',
    });
  });

  it('is refused in the same words by GET, by hash and as a stream', async () => {
    const { url } = await useSigningGateway();
    const headers = { ...bearer('rk_000000000000000000000000_0RFTvn'), 'apollo-require-preflight': '1' };
    for (const [path, accept] of [
      [`/graphql?query=${encodeURIComponent(ROLE)}`, '*/*'],
      ['/graphql?documentId=sha256:0', '*/*'],
      [
        `/graphql?query=${encodeURIComponent('subscription { figuresChanged { asOf } }')}`,
        'text/event-stream',
      ],
      ['/graphql', 'text/html'],
    ]) {
      const response = await fetch(`${url}${path}`, { headers: { ...headers, accept: accept ?? '' } });
      expect([response.status, await response.json()]).toEqual([401, REFUSED]);
    }
  });
});

describe('guessing', () => {
  it('costs the database no more than a bound, and keeps nobody out who was let in before', async () => {
    const { ask, addKey, connects } = await useSigningGateway();
    const { key } = await addKey();
    expect((await ask(ROLE, bearer(key))).status).toBe(200);
    await sleep(1_100);
    connects();
    const guesses = Array.from({ length: 300 }, () => ask(ROLE, bearer(createGuess())));
    for (const { status, body } of await Promise.all(guesses)) {
      expect({ status, body }).toEqual({ status: 401, body: REFUSED });
    }
    expect(connects()).toBeLessThan(45);
    expect((await ask(ROLE, bearer(key))).status).toBe(200);
  });
});

describe('a key that is revoked', () => {
  it.each([
    ['while the database is heard', false],
    ['while the database cannot be heard', true],
  ])('is good for nothing within two seconds on every gateway, %s', async (_when, isDeaf) => {
    const { ask, addKey, database } = await useSigningGateway();
    const second = await createGateway({ pool: database.pool });
    onTestFinished(() => second.close());
    const other = await second.listen({ host: '127.0.0.1', port: 0 });
    const { id, key } = await addKey();
    const askOther = async () =>
      (
        await fetch(`${other}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...bearer(key) },
          body: JSON.stringify({ query: ROLE }),
        })
      ).status;
    let isOver = false;
    const keepsAsking = (async () => {
      while (!isOver) await Promise.all([ask(ROLE, bearer(key)), askOther(), sleep(20)]);
    })();
    expect([(await ask(ROLE, bearer(key))).status, await askOther()]).toEqual([200, 200]);
    if (isDeaf) {
      await database.pool.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%max(version)%'`,
      );
    }
    await restrictedOf(database.pool).transact(OPERATOR, (tx) =>
      tx.apiKey.updateMany({ where: { id }, data: { slot: null, revokedAt: new Date() } }),
    );
    const revokedAt = performance.now();
    const untilRefused = async (answer: () => Promise<number>) => {
      while ((await answer()) !== 401) await sleep(20);
      return performance.now() - revokedAt;
    };
    const times = [untilRefused(async () => (await ask(ROLE, bearer(key))).status), untilRefused(askOther)];
    for (const ms of await Promise.all(times)) expect(ms).toBeLessThan(2_000);
    isOver = true;
    await keepsAsking;
    expect([(await ask(ROLE, bearer(key))).status, await askOther()]).toEqual([401, 401]);
  });

  it('is good for nothing when the database is away, and so is every other; nobody is taken for the public', async () => {
    const { ask, addKey, database } = await useSigningGateway();
    const { key } = await addKey();
    expect((await ask(ROLE, bearer(key))).status).toBe(200);
    await database.pool.query('ALTER TABLE api_key RENAME TO away');
    await sleep(1_100);
    const { status, body, headers } = await ask(ROLE, bearer(key));
    expect({ status, code: body.errors[0].extensions.code }).toEqual({ status: 503, code: 'UNAVAILABLE' });
    expect(headers.get('retry-after')).toBe('2');
  });
});
