import { describe, expect, it } from 'vitest';
import { parseConfig } from './config.ts';
import { readEnvironment } from './env.ts';

const parse = (env: Readonly<Record<string, string>>) => parseConfig(readEnvironment(env), 'folder').issuers;
const A = 'https://a.example';
const B = 'http://127.0.0.1:9000/realms/b';

describe('who vouches for people that sign in', () => {
  it('may be one, whose keys are found by discovery', () => {
    expect(parse({ OIDC_ISSUER: A, OIDC_AUDIENCE: 'hub' })).toEqual([
      { issuer: A, audience: 'hub', jwksUrl: null },
    ]);
  });

  it('may be several, each with its own keys and audience, or with one for all', () => {
    const keys = `${A}/keys  ${B}/keys`;
    expect(
      parse({ OIDC_ISSUER: `${A} ${B}`, OIDC_AUDIENCE: 'x y', OIDC_JWKS_URL: keys, OIDC_CLAIM: 'https://c' }),
    ).toEqual([
      { issuer: A, audience: 'x', jwksUrl: `${A}/keys`, claim: 'https://c' },
      { issuer: B, audience: 'y', jwksUrl: `${B}/keys`, claim: 'https://c' },
    ]);
    expect(parse({ OIDC_ISSUER: `${A} ${B}`, OIDC_AUDIENCE: 'x' }).map(({ audience }) => audience)).toEqual([
      'x',
      'x',
    ]);
  });

  it.each([
    ['no address', { OIDC_ISSUER: 'me', OIDC_AUDIENCE: 'x' }, 'OIDC_ISSUER: found "me", expected addresses'],
    ['no TLS', { OIDC_ISSUER: 'http://a.example', OIDC_AUDIENCE: 'x' }, 'OIDC_ISSUER: found'],
    [
      'keys without TLS',
      { OIDC_ISSUER: A, OIDC_AUDIENCE: 'x', OIDC_JWKS_URL: 'http://a.example/keys' },
      'OIDC_JWKS_URL: found',
    ],
    ['nobody to be meant for', { OIDC_ISSUER: A }, 'OIDC_AUDIENCE: found nothing'],
    ['settings for nobody', { OIDC_AUDIENCE: 'x' }, 'OIDC_ISSUER: found nothing'],
    ['one twice', { OIDC_ISSUER: `${A} ${A}`, OIDC_AUDIENCE: 'x' }, 'OIDC_ISSUER: found one twice'],
    ['too many audiences', { OIDC_ISSUER: A, OIDC_AUDIENCE: 'x y' }, 'OIDC_AUDIENCE: found 2, expected one'],
    [
      'keys of one for two',
      { OIDC_ISSUER: `${A} ${B}`, OIDC_AUDIENCE: 'x', OIDC_JWKS_URL: `${A}/keys` },
      'OIDC_JWKS_URL: found 1, expected one for each issuer',
    ],
  ])('is refused with %s', (_what, env, message) => {
    expect(() => parse(env)).toThrow(message);
  });
});
