import { beforeAll, describe, expect, it } from 'vitest';
import { send, shareTestGateway } from '../../../../testing/gateway.ts';
import { addKey } from '../../../../testing/viewers.ts';

const gateway = shareTestGateway();
const [project, city, organization] = ['reintegration-ii', 'pirot', 'idc'] as const;
let keys: Readonly<Record<'partner' | 'other' | 'steward', string>>;

beforeAll(async () => {
  const { pool } = gateway.database;
  keys = {
    partner: (await addKey(pool)).key,
    other: (await addKey(pool, { organization: 'help' }).catch(() => addKey(pool))).key,
    steward: (await addKey(pool, { role: 'STEWARD', organization, cities: [] })).key,
  };
});

const PERSON = { sex: 'FEMALE', birthYear: 1987, category: 'RETURNEE', city, enrolledIn: '2025-03' };
const SAVED = '... on BeneficiarySaved { beneficiary { id birthYear city { name } project { code } } }';
const ENROL = `mutation ($input: EnrolBeneficiaryInput!) { enrolBeneficiary(input: $input) { __typename ${SAVED} ... on InputRefused { issues { path message } } } }`;

type Sent = { readonly key?: string | null; readonly as?: string | null; readonly accept?: string };

async function ask(query: string, input: unknown, { key = null, as = keys.partner, accept }: Sent = {}) {
  const headers = {
    'content-type': 'application/json',
    ...(accept && { accept }),
    ...(as && { authorization: `Bearer ${as}` }),
    ...(key !== null && { 'idempotency-key': key }),
  };
  const answer = await send(gateway.url, '/graphql', {
    headers,
    body: JSON.stringify({ query, variables: { input } }),
  });
  return { ...answer, body: JSON.parse(answer.text) };
}

const enrol = (change: object = {}, sent: Sent = {}) =>
  ask(ENROL, { project, beneficiary: { ...PERSON, ...change } }, sent);
const count = async (table = 'beneficiary') =>
  (await gateway.database.pool.query(`SELECT count(*)::int AS count FROM ${table}`)).rows[0].count as number;

describe('a change', () => {
  it('is made by POST, and never kept by anybody on the way', async () => {
    const { status, body, headers } = await enrol();
    expect(status).toBe(200);
    expect(body.data.enrolBeneficiary.beneficiary).toMatchObject({
      birthYear: 1987,
      project: { code: project },
    });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('etag')).toBeNull();
  });

  it('is refused by GET', async () => {
    const before = await count();
    const search = new URLSearchParams({
      query: ENROL,
      variables: JSON.stringify({ input: { project, beneficiary: PERSON } }),
    });
    const headers = { 'apollo-require-preflight': 'a', authorization: `Bearer ${keys.partner}` };
    const { status } = await send(gateway.url, `/graphql?${search}`, { method: 'GET', body: null, headers });
    expect(status).toBe(405);
    expect(await count()).toBe(before);
  });

  it('is refused to the public, with no hint', async () => {
    const [one, two] = [
      await enrol({}, { as: null }),
      await enrol({ city: 'atlantis' }, { as: null, key: 'k' }),
    ];
    expect(one.status).toBe(401);
    expect(one.body).toEqual({
      errors: [
        {
          message:
            'Changes are made by callers who say who they are and may make them. Expected a key or a token in "Authorization".',
          locations: [{ line: 1, column: 45 }],
          path: ['enrolBeneficiary'],
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ],
      data: null,
    });
    expect(two.text).toBe(one.text);
  });

  it('comes alone in its operation', async () => {
    const twice = ENROL.replace(
      /enrolBeneficiary\(.*\}$/s,
      (field) =>
        `a: ${field.slice(0, -2)} ...More } fragment More on Mutation { b: enrolBeneficiary(input: $input) { __typename } }`,
    );
    const { status, body } = await ask(twice, { project, beneficiary: PERSON });
    expect(status).toBe(400);
    expect(body.errors[0]).toMatchObject({
      message: 'The operation makes 2 changes. Expected one: send each in an operation of its own.',
      extensions: { code: 'QUERY_TOO_COMPLEX' },
    });
  });
});

describe('a batch', () => {
  const MANY = `mutation ($input: EnrolBeneficiariesInput!) { enrolBeneficiaries(input: $input) { __typename ... on BeneficiariesSaved { beneficiaries { id } } ... on InputRefused { issues { path } } } }`;
  const rows = (length: number, change: object = {}) => ({
    project,
    beneficiaries: Array.from({ length }, () => ({
      ...PERSON,
      category: 'SOCIALLY_VULNERABLE',
      enrolledBy: organization,
      ...change,
    })),
  });

  it('of a thousand goes through, once', async () => {
    const before = await count();
    const first = await ask(MANY, rows(1_000), { key: 'batch' });
    expect(first.body.data.enrolBeneficiaries.beneficiaries).toHaveLength(1_000);
    const again = await ask(MANY, rows(1_000), { key: 'batch' });
    expect(again.text).toBe(first.text);
    expect(await count()).toBe(before + 1_000);
  });

  it('of more is refused before any work', async () => {
    const { status, body } = await ask(MANY, rows(1_001));
    expect([status, body.errors[0].message]).toEqual([
      400,
      '"beneficiaries" has 1001 items. Expected at most 1000.',
    ]);
  });

  it('of the public is refused by its size, however it comes', async () => {
    const body = JSON.stringify({ query: MANY, variables: { input: rows(1_000) } });
    const headers = { 'content-type': 'application/json' };
    const whole = await send(gateway.url, '/graphql', { headers, body });
    const chunks = new Blob([body]).stream();
    const inPieces = await send(gateway.url, '/graphql', {
      headers,
      body: chunks,
      duplex: 'half',
    } as RequestInit);
    expect([whole.status, inPieces.status]).toEqual([413, 413]);
    expect(whole.text).toContain('The body is larger than 100000 bytes.');
    const signed = { ...headers, authorization: `Bearer ${keys.partner}` };
    const larger = await send(gateway.url, '/graphql', {
      headers: signed,
      body: `${body}${' '.repeat(400_000)}`,
    });
    expect(larger.status).toBe(413);
    expect(larger.text).toContain('The body is larger than 400000 bytes.');
  });
});

describe('an idempotency key', () => {
  it('gives the same answer to the same request, byte for byte, with one effect', async () => {
    const before = await count();
    const first = await enrol({}, { key: 'same' });
    const again = await enrol({}, { key: 'same' });
    expect(again.text).toBe(first.text);
    expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
    const accept = 'application/graphql-response+json';
    expect((await enrol({}, { key: 'same', accept })).headers.get('content-type')).toContain(accept);
    expect(await count()).toBe(before + 1);
  });

  it('takes a request for the same however its members are ordered', async () => {
    const input = { beneficiary: Object.fromEntries(Object.entries(PERSON).reverse()), project };
    const [first, again] = [await enrol({}, { key: 'order' }), await ask(ENROL, input, { key: 'order' })];
    expect(again.text).toBe(first.text);
  });

  it('refuses another request, and says so', async () => {
    const before = await count();
    await enrol({}, { key: 'other' });
    const { status, body } = await enrol({ birthYear: 1988 }, { key: 'other' });
    expect(status).toBe(409);
    expect(body).toEqual({
      errors: [
        {
          message: 'This idempotency key was used for another request. Expected a new key for each request.',
          extensions: { code: 'CONFLICT' },
        },
      ],
    });
    expect(await count()).toBe(before + 1);
  });

  it('is the caller’s own', async () => {
    const before = await count();
    const answers = [await enrol({}, { key: 'mine' }), await enrol({}, { key: 'mine', as: keys.other })];
    expect(answers.map(({ body }) => body.data.enrolBeneficiary.__typename)).toEqual([
      'BeneficiarySaved',
      'BeneficiarySaved',
    ]);
    expect(answers[0]?.text).not.toBe(answers[1]?.text);
    expect(await count()).toBe(before + 2);
  });

  it('has one effect, when fifty send it at once, while others read', async () => {
    const before = await count();
    const reading = Array.from({ length: 20 }, (_, index) =>
      ask(`{ cities(first: ${index + 1}) { totalCount } }`, null, { as: null }),
    );
    const answers = await Promise.all(Array.from({ length: 50 }, () => enrol({}, { key: 'fifty' })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(49);
    expect((await Promise.all(reading)).every(({ status }) => status === 200)).toBe(true);
    expect(await count()).toBe(before + 1);
  });

  it('keeps a refusal too, and a conflict', async () => {
    const refused = await enrol({ birthYear: 1899 }, { key: 'refused' });
    expect(refused.body.data.enrolBeneficiary.__typename).toBe('InputRefused');
    expect((await enrol({ birthYear: 1899 }, { key: 'refused' })).text).toBe(refused.text);
  });

  it('keeps nothing of what failed, and undoes all of it', async () => {
    const before = [await count(), await count('audit_entry'), await count('idempotency_record')];
    const sum = 'sum(indicator: "workshops-held", over: DISAGGREGATION) { value }';
    const failing = ENROL.replace('project { code }', `project { code ${sum} }`);
    const input = { project, beneficiary: PERSON };
    const { body } = await ask(failing, input, { key: 'failing' });
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'NOT_ADDITIVE' } }], data: null });
    expect([await count(), await count('audit_entry'), await count('idempotency_record')]).toEqual(before);
    expect((await enrol({}, { key: 'failing' })).status).toBe(200);
  });

  it('means nothing to a query', async () => {
    const before = await count('idempotency_record');
    const { status, body } = await ask('{ beneficiaries { totalCount } }', null, { key: 'query' });
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(await count('idempotency_record')).toBe(before);
  });

  it.each(['', ' ', 'a'.repeat(256), 'ključ'])('is refused when it is "%.10s"', async (key) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${keys.partner}` };
    const raw = Buffer.from(key, 'utf8').toString('latin1');
    const { status, text } = await send(gateway.url, '/graphql', {
      headers: { ...headers, 'idempotency-key': raw },
      body: '{"query":"{ dataVersion }"}',
    });
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it('tells nothing of a person that was erased since', async () => {
    const first = await enrol({}, { key: 'to-be-erased' });
    const { id } = first.body.data.enrolBeneficiary.beneficiary;
    const ERASE =
      'mutation ($input: EraseBeneficiaryInput!) { eraseBeneficiary(input: $input) { ... on BeneficiaryErased { id } } }';
    const erased = await ask(ERASE, { id }, { key: 'erase', as: keys.steward });
    expect(erased.body).toEqual({ data: { eraseBeneficiary: { id } } });
    expect((await ask(ERASE, { id }, { key: 'erase', as: keys.steward })).text).toBe(erased.text);
    const { status, body } = await enrol({}, { key: 'to-be-erased' });
    expect([status, body.errors[0].message]).toEqual([
      409,
      'This idempotency key was used for a record that was erased since, and its answer with it.',
    ]);
  });

  it('does not keep a secret that is told once', async () => {
    const ISSUE = `mutation ($input: IssueApiKeyInput!) { issueApiKey(input: $input) { ... on ApiKeyIssued { told: secret apiKey { id } } } }`;
    const input = { role: 'PARTNER', organization, projects: [project], cities: [city] };
    const first = await ask(ISSUE, input, { key: 'issue', as: keys.steward });
    const { told, apiKey } = first.body.data.issueApiKey;
    expect(told).toMatch(/^rk_/);
    const again = await ask(ISSUE, input, { key: 'issue', as: keys.steward });
    expect(again.body).toEqual({ data: { issueApiKey: { told: null, apiKey } } });
    const { rows } = await gateway.database.pool.query(
      `SELECT string_agg(answer, '') AS all FROM idempotency_record`,
    );
    expect(rows[0].all).not.toContain(told);
  });

  it('is kept for a day at least, and purged later', async () => {
    await enrol({}, { key: 'old' });
    await enrol({}, { key: 'older' });
    const age = (key: string, hours: number) =>
      gateway.database.pool.query(
        `UPDATE idempotency_record SET recorded_at = recorded_at - $2 * interval '1 hour' WHERE key = $1`,
        [key, hours],
      );
    await age('old', 25);
    await age('older', 49);
    await enrol({}, { key: 'new' });
    const { rows } = await gateway.database.pool.query(
      `SELECT key FROM idempotency_record WHERE key IN ('old', 'older')`,
    );
    expect(rows).toEqual([{ key: 'old' }]);
  });
});
