import { describe, expect, it } from 'vitest';
import { FORGERIES } from './forgeries.fixture.ts';
import { useIssuer } from './issuer.fixture.ts';
import { ALGORITHMS, AUDIENCE, GRANT, inSeconds } from './started-issuer.fixture.ts';
import { createTokenCheck } from './token.ts';

/** What others find out: the database, or whoever reads the header. */
const FOUND_ELSEWHERE = /unknown organization|unknown project|unknown city|SQL|more than is looked at/;

describe('a good token', () => {
  it.each(ALGORITHMS)('signed by %s tells who it is and what it grants', async (algorithm) => {
    const { sign, settings, issuer } = await useIssuer();
    const check = createTokenCheck([settings]);
    expect(await check(await sign({ algorithm }))).toMatchObject({
      caller: `subject:${issuer}#ana`,
      grant: { ...GRANT, cities: [] },
    });
  });

  it('may be of any of several issuers, each with its own audience', async () => {
    const [a, b] = [await useIssuer(), await useIssuer()];
    const check = createTokenCheck([
      a.settings,
      { ...b.settings, audience: 'b', jwksUrl: `${b.issuer}/keys` },
    ]);
    expect((await check(await a.sign()))?.caller).toBe(`subject:${a.issuer}#ana`);
    expect((await check(await b.sign({ claims: { aud: ['x', 'b'] } })))?.caller).toBe(
      `subject:${b.issuer}#ana`,
    );
    expect(await check(await b.sign())).toBeNull();
    expect(b.asked).toEqual(['/keys']);
  });

  it('grants by the claim that is named, and by no other', async () => {
    const { sign, settings } = await useIssuer();
    const check = createTokenCheck([{ ...settings, claim: 'https://hub.example/grant' }]);
    expect(await check(await sign())).toBeNull();
    const claims = { reintegration: undefined, 'https://hub.example/grant': GRANT } as never;
    expect(await check(await sign({ claims }))).toMatchObject({ grant: GRANT });
  });

  it('may be a few seconds off, as clocks are', async () => {
    const { sign, settings } = await useIssuer();
    const claims = { exp: inSeconds(-2), nbf: inSeconds(3) };
    expect(await createTokenCheck([settings])(await sign({ claims }))).not.toBeNull();
  });
});

describe('a token is nobody’s', () => {
  it.each(FORGERIES.filter(([what]) => !FOUND_ELSEWHERE.test(what)))('with %s', async (_what, forge) => {
    const [issuer, other] = [await useIssuer(), await useIssuer()];
    expect(await createTokenCheck([issuer.settings])(await forge(issuer, other))).toBeNull();
  });

  it('where nobody vouches for anybody', async () => {
    const { sign, asked } = await useIssuer();
    expect(await createTokenCheck([])(await sign())).toBeNull();
    expect(asked).toEqual([]);
  });
});

describe('an issuer', () => {
  it('is asked once for its keys, however many tokens there are, and whatever keys they name', async () => {
    const { sign, settings, asked } = await useIssuer();
    const check = createTokenCheck([settings]);
    const unknown = () => sign({ header: { kid: `unknown-${Math.random()}` } });
    const tokens = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? sign() : unknown())),
    );
    await Promise.all(tokens.map(check));
    for (const token of tokens) await check(token);
    expect(asked).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  it('that does not answer makes no token good, and is left alone for a while', async () => {
    const { sign, settings, asked, fail } = await useIssuer();
    const check = createTokenCheck([settings]);
    fail(true);
    for (let time = 0; time < 5; time += 1) {
      await expect(check(await sign())).rejects.toMatchObject({ name: 'IssuerUnavailable' });
    }
    expect(asked).toHaveLength(1);
    fail(false);
    await expect(check(await sign())).rejects.toMatchObject({ name: 'IssuerUnavailable' });
  });

  it('that is known goes on to be good while it does not answer', async () => {
    const { sign, settings, fail } = await useIssuer();
    const check = createTokenCheck([settings]);
    await check(await sign());
    fail(true);
    expect(await check(await sign())).not.toBeNull();
  });

  it('that calls itself otherwise is not believed', async () => {
    const { sign, settings, issuer } = await useIssuer();
    const check = createTokenCheck([{ ...settings, issuer: issuer.replace('127.0.0.1', 'localhost') }]);
    const claims = { iss: issuer.replace('127.0.0.1', 'localhost'), aud: AUDIENCE };
    await expect(check(await sign({ claims }))).rejects.toThrow('calls itself otherwise');
  });
});
