import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';

/** The algorithms that a gateway takes. */
export const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'] as const;

/** What a token of the fixture is to be. */
export type TokenWish = {
  readonly algorithm?: (typeof ALGORITHMS)[number];
  readonly header?: Partial<JWTHeaderParameters>;
  /** Takes the place of claims; undefined leaves one out. */
  readonly claims?: JWTPayload;
};

/** Seconds since the epoch, so many from now. */
export const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

/** What the tokens of the fixture are meant for. */
export const AUDIENCE = 'hub';
/** What they grant unless told otherwise. */
export const GRANT = { role: 'STEWARD', organization: 'asb-see', projects: ['reintegration-ii'] } as const;

async function makeKeys() {
  const pairs = ALGORITHMS.map(
    async (alg) => [alg, await generateKeyPair(alg, { extractable: true })] as const,
  );
  return new Map(await Promise.all(pairs));
}

/** Starts an issuer of tokens on this machine, as any that speaks OpenID Connect. The caller closes it. */
export async function startIssuer() {
  let keys = await makeKeys();
  let generation = 1;
  let isDown = false;
  const asked: string[] = [];
  const jwks = async () => ({
    keys: await Promise.all(
      [...keys].map(async ([alg, { publicKey }]) => ({
        ...(await exportJWK(publicKey)),
        alg,
        kid: `${alg}-${generation}`,
      })),
    ),
  });
  const server = createServer(async ({ url = '' }, response) => {
    asked.push(url);
    if (isDown) return void response.writeHead(500).end();
    const isKeys = url === '/keys';
    const told = isKeys ? await jwks() : { issuer, jwks_uri: `${issuer}/keys` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(told));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const sign = ({ algorithm = 'ES256', header, claims }: TokenWish = {}) => {
    const payload = {
      iss: issuer,
      aud: AUDIENCE,
      sub: 'ana',
      exp: inSeconds(300),
      reintegration: GRANT,
      ...claims,
    };
    const kept = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
    const pair = keys.get(algorithm);
    if (!pair) throw new Error(`There is no key for ${algorithm}`);
    return new SignJWT(kept)
      .setProtectedHeader({ alg: algorithm, kid: `${algorithm}-${generation}`, ...header })
      .sign(pair.privateKey);
  };
  return {
    issuer,
    sign,
    jwks,
    asked,
    /** How it is told to a gateway. */
    settings: { issuer, audience: AUDIENCE },
    fail: (fails: boolean) => {
      isDown = fails;
    },
    changeKeys: async () => {
      keys = await makeKeys();
      generation += 1;
    },
    close: () => void server.close(),
  };
}

/** A running issuer. */
export type TestIssuer = Awaited<ReturnType<typeof startIssuer>>;
