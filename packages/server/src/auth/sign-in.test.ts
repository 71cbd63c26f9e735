import { describe, expect, it } from 'vitest';
import { FORGERIES } from './forgeries.fixture.ts';
import { bearer, REFUSED, useSigningGateway } from './gateway.fixture.ts';
import { useIssuer } from './issuer.fixture.ts';
import { GRANT, inSeconds } from './started-issuer.fixture.ts';

const WHO = '{ viewer { role organization { code } projects { code } cities { code } } }';

describe('a token', () => {
  it('tells the gateway who asks', async () => {
    const issuer = await useIssuer();
    const { ask } = await useSigningGateway({ issuers: [issuer.settings] });
    const asked = await ask(WHO, bearer(await issuer.sign()));
    expect(asked.body).toEqual({
      data: {
        viewer: {
          role: 'STEWARD',
          organization: { code: 'asb-see' },
          projects: [{ code: 'reintegration-ii' }],
          cities: [],
        },
      },
    });
    expect(asked.headers.get('cache-control')).toBe('no-store');
    const reintegration = { ...GRANT, role: 'PARTNER', cities: ['pirot'] };
    const partner = await ask(WHO, bearer(await issuer.sign({ claims: { reintegration } })));
    expect(partner.body.data.viewer).toMatchObject({ role: 'PARTNER', cities: [{ code: 'pirot' }] });
  });

  it('that ends is good for nothing, though it was a moment ago', async () => {
    const issuer = await useIssuer();
    const { ask } = await useSigningGateway({ issuers: [issuer.settings] });
    // The gateway lets clocks differ by five seconds.
    const token = await issuer.sign({ claims: { exp: inSeconds(-4) } });
    const answers: number[] = [];
    for (const end = Date.now() + 2_500; Date.now() < end; )
      answers.push((await ask(WHO, bearer(token))).status);
    expect([answers[0], answers.at(-1)]).toEqual([200, 401]);
  });

  it('of an issuer that tells no keys is good for nothing, and nobody is taken for the public', async () => {
    const issuer = await useIssuer();
    issuer.fail(true);
    const { ask } = await useSigningGateway({ issuers: [issuer.settings] });
    const { status, body } = await ask(WHO, bearer(await issuer.sign()));
    expect([status, body.errors[0].extensions.code, body.data]).toEqual([503, 'UNAVAILABLE', undefined]);
    expect((await ask('{ viewer { role } }')).body.data.viewer.role).toBe('PUBLIC');
  });
});

it('refuses every forgery alike, runs no resolver for it, and logs nothing of it', async () => {
  const [issuer, other] = [await useIssuer(), await useIssuer()];
  const { ask, log, connects } = await useSigningGateway({ issuers: [issuer.settings] });
  expect((await ask(WHO, bearer(await issuer.sign()))).status).toBe(200);
  let asksForCodes = 0;
  for (const [what, forge] of FORGERIES) {
    const token = await forge(issuer, other);
    connects();
    const { status, body, headers } = await ask('{ cities { totalCount } }', bearer(token));
    expect({ what, status, body }).toEqual({ what, status: 401, body: REFUSED });
    expect({ what, challenge: headers.get('www-authenticate') }).toEqual({ what, challenge: 'Bearer' });
    // A good signature over unknown codes is found out by looking the codes up, and by nothing else.
    const count = connects();
    asksForCodes += count > 0 ? 1 : 0;
    if (!/unknown (organization|project|city)|SQL/.test(what))
      expect({ what, count }).toEqual({ what, count: 0 });
    for (const part of token.split('.').filter(({ length }) => length > 20))
      expect(log()).not.toContain(part);
  }
  expect(asksForCodes).toBe(4);
  expect(other.asked).toEqual([]);
});
