import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { addProject, executeAs, type KnownViewer, queryAs, viewerOf } from '../../../../testing/viewers.ts';
import type { Viewer } from '../context.ts';
import { OPERATOR } from '../database/viewer.ts';

const { pool, drop } = await createTestDatabase('loaded');
afterAll(drop);
const other = await addProject(pool);
const steward = viewerOf('STEWARD');
const stewardOfOther = viewerOf('STEWARD', { projectIds: [other], organizationId: 2 });

const PROBLEMS = '... on InputRefused { issues { path message } }';
const KEY =
  'id family role isLive organization { code } projects { code } cities { code } expiresOn revokedAt';
const ISSUE = `mutation ($input: IssueApiKeyInput!) {
  issueApiKey(input: $input) { __typename ... on ApiKeyIssued { secret apiKey { ${KEY} } } ${PROBLEMS} }
}`;
const ROTATE = `mutation ($input: RotateApiKeyInput!) {
  rotateApiKey(input: $input) { __typename ... on ApiKeyIssued { secret apiKey { ${KEY} } } ${PROBLEMS} }
}`;
const REVOKE = `mutation ($input: RevokeApiKeyInput!) {
  revokeApiKey(input: $input) { __typename ... on ApiKeyRevoked { apiKey { ${KEY} } } ${PROBLEMS} }
}`;
const PARTNER = {
  role: 'PARTNER',
  organization: 'idc',
  projects: ['reintegration-ii'],
  cities: ['pirot', 'novi-pazar'],
};

const issue = async (viewer: Viewer, input: object = PARTNER) =>
  (await queryAs(pool, viewer, ISSUE, { input })).issueApiKey;
const rotate = async (viewer: Viewer, id: string, expiresOn?: string) =>
  (await queryAs(pool, viewer, ROTATE, { input: { id, ...(expiresOn && { expiresOn }) } })).rotateApiKey;
const revoke = async (viewer: Viewer, id: string) =>
  (await queryAs(pool, viewer, REVOKE, { input: { id } })).revokeApiKey;
const list = async (viewer: Viewer): Promise<string[]> => {
  const { apiKeys } = await queryAs(pool, viewer, '{ apiKeys(first: 100) { totalCount nodes { id } } }');
  expect(apiKeys.totalCount).toBe(apiKeys.nodes.length);
  return apiKeys.nodes.map(({ id }: { id: string }) => id);
};
/** Why a viewer is refused, without the name of what it asked for. */
const refusalOf = async (viewer: Viewer, document: string, input: object) => {
  const { data, errors } = await executeAs(pool, viewer, document, { input });
  return JSON.stringify([data, errors?.map(({ message, extensions }) => [message, extensions])]);
};
const NO_KEY = {
  __typename: 'InputRefused',
  issues: [{ path: ['id'], message: 'There is no such key that lives, or none of yours.' }],
};

describe('a steward', () => {
  it('issues a key for its project, and is told it this once', async () => {
    const { secret, apiKey, __typename } = await issue(steward);
    expect(__typename).toBe('ApiKeyIssued');
    expect(secret).toMatch(/^rk_[0-9A-Za-z]{24}_[0-9A-Za-z]{6}$/);
    expect(apiKey).toMatchObject({
      role: 'PARTNER',
      isLive: true,
      organization: { code: 'idc' },
      projects: [{ code: 'reintegration-ii' }],
      cities: expect.arrayContaining([{ code: 'pirot' }, { code: 'novi-pazar' }]),
      expiresOn: null,
      revokedAt: null,
    });
    const { rows } = await pool.query('SELECT row_to_json(api_key)::text AS row FROM api_key');
    expect(rows.map(({ row }) => row).join()).not.toContain(secret.slice(3, 27));
  });

  it.each<[string, object, string[]]>([
    ['a project of others', { projects: ['other'] }, ['projects', '0']],
    ['a project that is not there', { projects: ['reintegration-ii', 'nothing'] }, ['projects', '1']],
    ['no project', { projects: [] }, ['projects']],
    ['an organization that is not there', { organization: 'nobody' }, ['organization']],
    ['a city that is not there', { cities: ['pirot', 'atlantis'] }, ['cities', '1']],
    ['a partner without a city', { cities: [] }, ['cities']],
    ['a member with cities', { role: 'MEMBER' }, ['cities']],
    ['a steward of another organization', { role: 'STEWARD', cities: [] }, ['organization']],
    ['a day that has passed', { expiresOn: '2020-01-01' }, ['expiresOn']],
    ['a year for a day', { expiresOn: '2099' }, ['expiresOn']],
  ])('cannot issue a key for %s', async (_what, change, path) => {
    const { __typename, issues } = await issue(steward, { ...PARTNER, ...change });
    expect(__typename).toBe('InputRefused');
    expect(issues.map((issue: { path: string[] }) => issue.path)).toEqual([path]);
  });

  it('cannot tell a project of others from one that is not there', async () => {
    const [others, nothing] = [
      await issue(steward, { ...PARTNER, projects: ['other'] }),
      await issue(steward, { ...PARTNER, projects: ['nothing'] }),
    ];
    expect(others).toEqual(nothing);
  });

  it('sees, rotates and revokes the keys of its own projects alone', async () => {
    const mine = (await issue(steward)).apiKey.id;
    const theirs = (await issue(stewardOfOther, { ...PARTNER, projects: ['other'] })).apiKey.id;
    const shared = (await issue(OPERATOR, { ...PARTNER, projects: ['other', 'reintegration-ii'] })).apiKey.id;
    const seen = await list(steward);
    expect([mine, theirs, shared].map((id) => seen.includes(id))).toEqual([true, false, false]);
    expect(await list(OPERATOR)).toEqual(expect.arrayContaining([mine, theirs, shared]));
    for (const id of [theirs, shared, '00000000-0000-4000-8000-000000000000', 'nonsense', '']) {
      expect(await rotate(steward, id)).toEqual(NO_KEY);
      expect(await revoke(steward, id)).toEqual(NO_KEY);
    }
    expect((await revoke(steward, mine)).apiKey).toMatchObject({ id: mine, isLive: false });
  });

  it('pages through its keys', async () => {
    const all = await list(steward);
    const PAGE =
      'query ($after: String) { apiKeys(first: 2, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }';
    const paged: string[] = [];
    for (let after: string | null = null, hasNextPage = true; hasNextPage; ) {
      const { apiKeys } = await queryAs(pool, steward, PAGE, { after });
      paged.push(...apiKeys.nodes.map(({ id }: { id: string }) => id));
      ({ endCursor: after, hasNextPage } = apiKeys.pageInfo);
    }
    expect(paged).toEqual(all);
  });
});

describe('a family of keys', () => {
  it('has two that live at most; a third is refused until one is revoked', async () => {
    const first = (await issue(steward, { ...PARTNER, expiresOn: '2099-12-31' })).apiKey;
    const second = (await rotate(steward, first.id)).apiKey;
    expect(second).toEqual({ ...first, id: second.id });
    const third = await rotate(steward, second.id);
    expect(third.issues).toEqual([
      { path: ['id'], message: expect.stringContaining('Two keys of its family live') },
    ]);
    await revoke(steward, first.id);
    expect(await rotate(steward, first.id)).toEqual(NO_KEY);
    expect((await rotate(steward, second.id, '2098-01-01')).apiKey).toMatchObject({
      expiresOn: '2098-01-01',
    });
  });

  it('has two, however many rotate it at once', async () => {
    const { id, family } = (await issue(steward)).apiKey;
    const answers = await Promise.all(Array.from({ length: 5 }, () => rotate(steward, id)));
    expect(answers.filter(({ __typename }) => __typename === 'ApiKeyIssued')).toHaveLength(1);
    const { rowCount } = await pool.query('SELECT FROM api_key WHERE family_id = $1', [family]);
    expect(rowCount).toBe(2);
  });

  it('counts none that has ended', async () => {
    const { id } = (await issue(steward)).apiKey;
    const second = (await rotate(steward, id)).apiKey;
    await pool.query(`UPDATE api_key SET expires_on = current_date - 1 WHERE id = $1`, [id]);
    expect((await rotate(steward, second.id)).__typename).toBe('ApiKeyIssued');
    expect(await rotate(steward, id)).toEqual(NO_KEY);
  });
});

describe('a key that is revoked', () => {
  it('stays so, and says since when', async () => {
    const { id } = (await issue(steward)).apiKey;
    const { revokedAt } = (await revoke(steward, id)).apiKey;
    expect((await revoke(steward, id)).apiKey).toMatchObject({ revokedAt, isLive: false });
    const revive = pool.query('UPDATE api_key SET slot = 1, revoked_at = NULL WHERE id = $1', [id]);
    await expect(revive).rejects.toThrow('A key that is revoked stays so.');
  });
});

it('shows no key to a steward without a project', async () => {
  expect(await list(viewerOf('STEWARD', { projectIds: [] }))).toEqual([]);
});

describe.each<[string, KnownViewer | { role: 'PUBLIC' }]>([
  ['PUBLIC', { role: 'PUBLIC' }],
  ['MEMBER', viewerOf('MEMBER')],
  ['PARTNER', viewerOf('PARTNER', { cityIds: [1] })],
])('%s', (_role, viewer) => {
  it('sees no key, and is refused alike whatever is asked', async () => {
    const { id } = (await issue(steward)).apiKey;
    expect(await list(viewer)).toEqual([]);
    const refusals = await Promise.all([
      refusalOf(viewer, ISSUE, PARTNER),
      refusalOf(viewer, ROTATE, { id }),
      refusalOf(viewer, REVOKE, { id }),
      refusalOf(viewer, REVOKE, { id: 'nothing' }),
    ]);
    expect(new Set(refusals).size).toBe(1);
    expect(refusals[0]).toContain('UNAUTHENTICATED');
    expect((await revoke(steward, id)).apiKey.id).toBe(id);
  });
});
