import { createHmac } from 'node:crypto';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose';
import { AUDIENCE, GRANT, inSeconds, type TestIssuer } from './started-issuer.fixture.ts';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token put together by hand. */
function compact(header: object, payload: object, sign: (text: string) => string): string {
  const text = `${encode(header)}.${encode(payload)}`;
  return `${text}.${sign(text)}`;
}

type Forge = (issuer: TestIssuer, other: TestIssuer) => Promise<string>;

const payloadOf = (issuer: string) => ({
  iss: issuer,
  aud: AUDIENCE,
  sub: 'ana',
  exp: inSeconds(300),
  reintegration: GRANT,
});

/** Signed by a key that the forger made, and that the header offers. */
function withOwnKey(header: (key: object) => object): Forge {
  return async ({ issuer }) => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'mine' };
    return new SignJWT(payloadOf(issuer))
      .setProtectedHeader({ alg: 'ES256', kid: 'ES256-1', ...header(jwk) })
      .sign(privateKey);
  };
}

const granting =
  (reintegration: unknown): Forge =>
  ({ sign }) =>
    sign({ claims: { reintegration } });

/** Signed with HMAC by what everybody knows of the issuer's RSA key. */
const withPublicKeyAsSecret =
  (form: 'pem' | 'jwk'): Forge =>
  async ({ issuer, jwks }) => {
    const [key = {}] = (await jwks()).keys;
    const pem = await exportSPKI((await importJWK(key, 'RS256')) as CryptoKey);
    const secret = form === 'pem' ? pem : JSON.stringify(key);
    return compact({ alg: 'HS256', kid: 'RS256-1' }, payloadOf(issuer), (text) =>
      createHmac('sha256', secret).update(text).digest('base64url'),
    );
  };

/** Every kind of token that is nobody's. */
export const FORGERIES: readonly (readonly [what: string, forge: Forge])[] = [
  ['alg none', async ({ issuer }) => compact({ alg: 'none' }, payloadOf(issuer), () => '')],
  [
    'alg none and a signature',
    async ({ issuer }) => compact({ alg: 'none' }, payloadOf(issuer), () => 'AAAA'),
  ],
  [
    'alg nOnE',
    async ({ issuer }) => compact({ alg: 'nOnE', kid: 'RS256-1' }, payloadOf(issuer), () => 'AAAA'),
  ],
  ['HS256 by the public key as PEM', withPublicKeyAsSecret('pem')],
  ['HS256 by the public key as JWK', withPublicKeyAsSecret('jwk')],
  ['an algorithm that is not taken', ({ sign }) => sign({ header: { alg: 'ES256', kid: 'EdDSA-1' } })],
  ['another issuer', ({ sign }) => sign({ claims: { iss: 'https://login.example.org' } })],
  ['no issuer', ({ sign }) => sign({ claims: { iss: undefined } as never })],
  ['an issuer that is a list', ({ sign, issuer }) => sign({ claims: { iss: [issuer] } as never })],
  ['another audience', ({ sign }) => sign({ claims: { aud: 'other' } })],
  ['no audience', ({ sign }) => sign({ claims: { aud: undefined } as never })],
  ['a time that has passed', ({ sign }) => sign({ claims: { exp: inSeconds(-30) } })],
  ['no end', ({ sign }) => sign({ claims: { exp: undefined } as never })],
  ['an end that is a text', ({ sign }) => sign({ claims: { exp: String(inSeconds(300)) } as never })],
  ['a time to come', ({ sign }) => sign({ claims: { nbf: inSeconds(60) } })],
  ['nobody', ({ sign }) => sign({ claims: { sub: undefined } as never })],
  ['an empty name', ({ sign }) => sign({ claims: { sub: '' } })],
  ['a name that is a number', ({ sign }) => sign({ claims: { sub: 7 } as never })],
  ['a name that is too long', ({ sign }) => sign({ claims: { sub: 'a'.repeat(300) } })],
  ['an unknown key', ({ sign }) => sign({ header: { kid: 'unknown' } })],
  ['a key of another issuer', async ({ issuer }, other) => other.sign({ claims: { iss: issuer } })],
  ['its own key in the header (jwk)', withOwnKey((jwk) => ({ jwk }))],
  ['an address of its own keys (jku)', withOwnKey(() => ({ jku: 'http://127.0.0.1:9/keys' }))],
  ['an address of its own certificate (x5u)', withOwnKey(() => ({ x5u: 'http://127.0.0.1:9/cert' }))],
  ['its own certificate (x5c)', withOwnKey(() => ({ x5c: ['MIIB'] }))],
  ['its own key under a known name', withOwnKey(() => ({}))],
  [
    'a critical header that nobody knows',
    async ({ sign }) => {
      const [, payload, signature] = (await sign()).split('.');
      return `${encode({ alg: 'ES256', kid: 'ES256-1', crit: ['exp2'], exp2: 1 })}.${payload}.${signature}`;
    },
  ],
  [
    'another payload',
    async ({ sign, issuer }) => {
      const [header, , signature] = (await sign()).split('.');
      return `${header}.${encode({ ...payloadOf(issuer), sub: 'admin' })}.${signature}`;
    },
  ],
  ['a signature that is cut', async ({ sign }) => (await sign()).slice(0, -4)],
  ['no signature', async ({ sign }) => (await sign()).replace(/[^.]+$/, '')],
  ['two parts', async ({ sign }) => (await sign()).split('.').slice(0, 2).join('.')],
  ['five parts', async ({ sign }) => `${await sign()}.a.b`],
  ['no JSON', async () => 'aaaa.bbbb.cccc'],
  ['more than is looked at', ({ sign }) => sign({ claims: { filling: 'a'.repeat(9_000) } })],
  ['no grant', granting(undefined)],
  ['a grant that is a text', granting('STEWARD')],
  ['the role OPERATOR', granting({ ...GRANT, role: 'OPERATOR' })],
  ['the role PUBLIC', granting({ ...GRANT, role: 'PUBLIC' })],
  ['a role in small letters', granting({ ...GRANT, role: 'steward' })],
  ['no organization', granting({ ...GRANT, organization: undefined })],
  ['an unknown organization', granting({ ...GRANT, organization: 'nobody' })],
  ['an unknown project', granting({ ...GRANT, projects: ['reintegration-ii', 'unknown'] })],
  ['an unknown city', granting({ ...GRANT, role: 'PARTNER', cities: ['unknown'] })],
  ['ids for codes', granting({ ...GRANT, projects: [1] })],
  ['codes that are SQL', granting({ ...GRANT, organization: "asb' OR '1'='1" })],
];
