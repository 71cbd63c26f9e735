import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { execute } from '../../../../testing/execute.ts';
import { encodeGlobalId } from '../paging/global-id.ts';
import { addPlaces, ENROL, enrolSomebody, mutate, PERSON, viewersOf } from './people.fixture.ts';

const { pool, drop } = await createTestDatabase('loaded');
afterAll(drop);
const places = await addPlaces(pool);
const { partner, steward, strangers } = viewersOf(places);
const project = 'synthetic-0001';

const OUTCOME = `... on InputRefused { message issues { path message } } `;
const CONFLICT = `... on RevisionConflict { message currentRevision } `;
const SAVED = `... on BeneficiarySaved { beneficiary { id sex birthYear kind city { code } revision } } `;
const MANY = `mutation ($input: EnrolBeneficiariesInput!) { enrolBeneficiaries(input: $input) { ${OUTCOME}
  ... on BeneficiariesSaved { beneficiaries { birthYear } } } }`;
const UPDATE = `mutation ($input: UpdateBeneficiaryInput!) { updateBeneficiary(input: $input) { ${OUTCOME} ${CONFLICT} ${SAVED} } }`;
const ERASE = `mutation ($input: EraseBeneficiaryInput!) { eraseBeneficiary(input: $input) { ${OUTCOME} ${CONFLICT} ... on BeneficiaryErased { id } } }`;
const RECORD = `mutation ($input: RecordSupportInput!) { recordSupport(input: $input) { ${OUTCOME} ... on SupportSaved { support { id revision startsOn endsOn organization { code } } } } }`;
const END = `mutation ($input: EndSupportInput!) { endSupport(input: $input) { ${OUTCOME} ${CONFLICT} ... on SupportSaved { support { endsOn revision } } } }`;
const SUPPORT = { component: 'ECONOMIC', type: 'COUNSELLING', startsOn: '2025-04' };
const NONE_OF_YOURS = 'There is no such record, or none of yours.';

const count = async (table: string) =>
  (await pool.query(`SELECT count(*)::int AS count FROM ${table}`)).rows[0].count as number;
const nextYear = String(new Date().getFullYear() + 1);

describe('enrolling one', () => {
  it.each<[string, object, string, string]>([
    ['a day', { enrolledIn: '2025-03-01' }, 'enrolledIn', 'Expected a month, such as 2025-03: never a day.'],
    [
      'a month 13',
      { enrolledIn: '2025-13' },
      'enrolledIn',
      'Expected a month, such as 2025-03: never a day.',
    ],
    ['a month to come', { enrolledIn: `${nextYear}-12` }, 'enrolledIn', 'Expected a month that has begun.'],
    ['nobody alive', { birthYear: 1899 }, 'birthYear', 'Expected a year from 1900 to that of the enrolment.'],
    ['not yet born', { birthYear: 2026 }, 'birthYear', 'Expected a year from 1900 to that of the enrolment.'],
    [
      'a household with a sex',
      { kind: 'HOUSEHOLD', birthYear: null },
      'sex',
      'Expected none: a household has no sex.',
    ],
    ['an unknown city', { city: 'atlantis' }, 'city', 'There is no city of this code among yours.'],
    ['a city of others', { city: 'synthetic-0002' }, 'city', 'There is no city of this code among yours.'],
    [
      'an organization of others',
      { enrolledBy: 'synthetic-0002' },
      'enrolledBy',
      'There is no organization of this code among yours.',
    ],
    [
      'an unknown organization',
      { enrolledBy: 'atlantis' },
      'enrolledBy',
      'There is no organization of this code among yours.',
    ],
  ])('refuses %s, and keeps nothing', async (_what, change, field, message) => {
    const before = await count('beneficiary');
    const answer = await mutate(pool, partner, ENROL, { project, beneficiary: { ...PERSON, ...change } });
    expect(answer).toEqual({
      message: 'Nothing was done: one input is not as expected.',
      issues: [{ path: ['beneficiary', field], message }],
    });
    expect(await count('beneficiary')).toBe(before);
  });

  it('answers an unknown project and one of others alike', async () => {
    const answers = await Promise.all(
      ['atlantis', 'synthetic-0002', 'reintegration-ii'].map((other) =>
        mutate(pool, partner, ENROL, { project: other, beneficiary: PERSON }),
      ),
    );
    expect(answers[0]).toMatchObject({ issues: [{ path: ['project'] }] });
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
  });

  it('tells the public nothing, whatever it asks', async () => {
    const viewer = { role: 'PUBLIC' } as const;
    for (const beneficiary of [PERSON, { ...PERSON, city: 'atlantis' }]) {
      const variables = { input: { project, beneficiary } };
      const { data, errors } = await execute(pool, { document: ENROL, variables, viewer });
      expect(data).toBeNull();
      expect(errors?.map(({ message, extensions }) => [message, extensions?.code])).toEqual([
        [
          'Changes are made by callers who say who they are and may make them. Expected a key or a token in "Authorization".',
          'UNAUTHENTICATED',
        ],
      ]);
    }
  });

  it('lets a steward name the organization', async () => {
    const input = { project, beneficiary: { ...PERSON, city: 'pirot', enrolledBy: 'synthetic-0001' } };
    expect(await mutate(pool, steward, ENROL, input)).toMatchObject({ beneficiary: { revision: 1 } });
  });
});

describe('enrolling many', () => {
  const rows = (length: number) =>
    Array.from({ length }, (_, index) => ({ ...PERSON, birthYear: 1930 + (index % 70) }));

  it('takes a thousand, in their order', async () => {
    const before = await count('beneficiary');
    const input = { project, beneficiaries: rows(1_000) };
    const { beneficiaries } = await mutate(pool, partner, MANY, input);
    expect(beneficiaries).toEqual(input.beneficiaries.map(({ birthYear }) => ({ birthYear })));
    expect(await count('beneficiary')).toBe(before + 1_000);
  });

  it.each([0, 1_001])('refuses %s', async (length) => {
    const answer = await mutate(pool, partner, MANY, { project, beneficiaries: rows(length) });
    expect(answer).toMatchObject({ issues: [{ path: ['beneficiaries'], message: 'Expected 1 to 1000.' }] });
  });

  it('takes all or none, and tells where each wrong row stands', async () => {
    const before = await count('beneficiary');
    const beneficiaries = rows(1_000).map((row, index) => ({
      ...row,
      ...(index === 3 && { enrolledIn: '2025-03-01', city: 'atlantis' }),
      ...(index === 999 && { birthYear: 1812 }),
    }));
    const answer: object = await mutate(pool, partner, MANY, { project, beneficiaries });
    expect(answer).toMatchObject({
      message: 'Nothing was done: 3 inputs are not as expected.',
      issues: [
        { path: ['beneficiaries', '3', 'enrolledIn'] },
        { path: ['beneficiaries', '3', 'city'] },
        { path: ['beneficiaries', '999', 'birthYear'] },
      ],
    });
    expect(JSON.stringify(answer)).not.toMatch(/1812|atlantis|2025-03-01/);
    expect(await count('beneficiary')).toBe(before);
  });
});

describe('changing and erasing', () => {
  it('changes what is given, and counts revisions', async () => {
    const id = await enrolSomebody(pool, partner);
    const change = { id, expectedRevision: 1, birthYear: null, category: 'HARD_TO_EMPLOY' };
    expect(await mutate(pool, partner, UPDATE, change)).toMatchObject({
      beneficiary: { id, sex: 'FEMALE', birthYear: null, revision: 2 },
    });
    expect(await mutate(pool, partner, UPDATE, change)).toEqual({
      message: 'The record was changed since. Read it again, and decide again.',
      currentRevision: 2,
    });
    const household = { id, expectedRevision: 2, kind: 'HOUSEHOLD' };
    expect(await mutate(pool, partner, UPDATE, household)).toMatchObject({ issues: [{ path: ['sex'] }] });
    const away = { id, expectedRevision: 2, city: 'synthetic-0002' };
    expect(await mutate(pool, partner, UPDATE, away)).toMatchObject({ issues: [{ path: ['city'] }] });
    expect(await mutate(pool, steward, UPDATE, { ...away })).toMatchObject({
      beneficiary: { city: { code: 'synthetic-0002' }, revision: 3 },
    });
    expect(await mutate(pool, partner, UPDATE, { id, expectedRevision: 3 })).toMatchObject({
      issues: [{ path: ['id'], message: NONE_OF_YOURS }],
    });
  });

  it('lets one of many who change the same at once', async () => {
    const id = await enrolSomebody(pool, partner);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        mutate(pool, partner, UPDATE, { id, expectedRevision: 1, birthYear: 1950 + index }),
      ),
    );
    const kinds = answers.map((answer: object) => Object.keys(answer)[0]);
    expect(kinds.filter((kind) => kind === 'beneficiary')).toHaveLength(1);
    expect(answers).toContainEqual(expect.objectContaining({ currentRevision: 2 }));
  });

  it('notes support, ends it, and erases both with the person', async () => {
    const beneficiary = await enrolSomebody(pool, partner);
    const { support }: { support: { id: string } } = await mutate(pool, partner, RECORD, {
      beneficiary,
      ...SUPPORT,
    });
    expect(support).toMatchObject({ revision: 1, endsOn: null, organization: { code: 'synthetic-0001' } });
    const { id } = support;
    const end = (endsOn: string, expectedRevision = 1) =>
      mutate(pool, partner, END, { id, expectedRevision, endsOn });
    expect(await end('2025-03')).toMatchObject({ issues: [{ path: ['endsOn'] }] });
    expect(await end('soon')).toMatchObject({ issues: [{ path: ['endsOn'] }] });
    expect(await end('2025')).toEqual({ support: { endsOn: '2025', revision: 2 } });
    expect(await end('2026')).toMatchObject({ currentRevision: 2 });

    const [people, supports] = [await count('beneficiary'), await count('support')];
    const erase = (expectedRevision: number) =>
      mutate(pool, partner, ERASE, { id: beneficiary, expectedRevision });
    expect(await erase(7)).toMatchObject({ currentRevision: 1 });
    expect(await erase(1)).toEqual({ id: beneficiary });
    expect(await erase(1)).toMatchObject({ issues: [{ path: ['id'], message: NONE_OF_YOURS }] });
    expect([await count('beneficiary'), await count('support')]).toEqual([people - 1, supports - 1]);
  });
});

describe('a record of others', () => {
  it.each(Object.entries(strangers).filter(([, { role }]) => role === 'PARTNER' || role === 'STEWARD'))(
    'is to %s as if it were not there, in every mutation',
    async (_who, viewer) => {
      const there = await enrolSomebody(pool, partner);
      const absent = encodeGlobalId('Beneficiary', '00000000-0000-4000-8000-000000000000');
      const { support }: { support: { id: string } } = await mutate(pool, partner, RECORD, {
        beneficiary: there,
        ...SUPPORT,
      });
      const supports = [support.id, encodeGlobalId('Support', '00000000-0000-4000-8000-000000000000')];
      const everything = async (id: string, supportId: string | undefined) => [
        await mutate(pool, viewer, UPDATE, { id, expectedRevision: 1, birthYear: 1950 }),
        await mutate(pool, viewer, UPDATE, { id, expectedRevision: 5 }),
        await mutate(pool, viewer, RECORD, { beneficiary: id, ...SUPPORT }),
        await mutate(pool, viewer, END, { id: supportId, expectedRevision: 1, endsOn: '2025-05' }),
        await mutate(pool, viewer, ERASE, { id }),
      ];
      const answers = await everything(there, supports[0]);
      expect(answers).toEqual(await everything(absent, supports[1]));
      for (const answer of answers) expect(answer).toMatchObject({ issues: [{ message: NONE_OF_YOURS }] });
    },
  );
});
