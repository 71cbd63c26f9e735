import { expect, it } from 'vitest';
import { readTables } from '../../../../testing/table-rows.ts';
import { bearer, useSigningGateway } from '../auth/gateway.fixture.ts';

/** Values that no other record has: a month, a year, and days of support. */
const DAYS = Array.from({ length: 18 }, (_, index) => `${1951 + index}-0${1 + (index % 9)}-1${index % 10}`);
const CANARIES = ['1997-03', '1911', ...DAYS] as const;
const PERSON = {
  kind: 'PERSON',
  sex: 'MALE',
  birthYear: 1911,
  category: 'HARD_TO_EMPLOY',
  city: 'pirot',
  enrolledIn: '1997-03',
};

/** Which canaries a text holds; digits within ids and hashes are none. */
const canariesIn = (text: string) =>
  CANARIES.filter((canary) => new RegExp(`(?<![\\w-])${canary}(?![\\w-])`).test(text));

const ENROL = `mutation ($input: EnrolBeneficiaryInput!) { enrolBeneficiary(input: $input) { ... on BeneficiarySaved { beneficiary { id birthYear enrolledIn } } } }`;
const RECORD = `mutation ($input: RecordSupportInput!) { recordSupport(input: $input) { ... on SupportSaved { support { id startsOn endsOn beneficiary { birthYear enrolledIn } } } } }`;
const ERASE = `mutation ($input: EraseBeneficiaryInput!) { eraseBeneficiary(input: $input) { ... on BeneficiaryErased { id } } }`;
const READ = `query ($id: ID!) { node(id: $id) { ... on Beneficiary { birthYear } }
  beneficiary(id: $id) { birthYear enrolledIn support { startsOn endsOn } }
  beneficiaries { totalCount edges { cursor node { birthYear } } pageInfo { startCursor endCursor } } }`;

it('erases a person with twenty canaries so that none is found anywhere', async () => {
  const { ask, log, addKey, database } = await useSigningGateway();
  const { key } = await addKey();
  const steward = (await addKey({ role: 'STEWARD', cities: [] })).key;
  const everything = async () => JSON.stringify(await readTables(database.pool));
  const send = (query: string, variables: object, name: string, as = key) =>
    ask('', { ...bearer(as), 'idempotency-key': name }, { body: JSON.stringify({ query, variables }) });

  const enrolment = { input: { project: 'reintegration-ii', beneficiary: PERSON } };
  const enrolled = await send(ENROL, enrolment, 'enrol');
  const { id } = enrolled.body.data.enrolBeneficiary.beneficiary;
  const support = (index: number) => ({
    input: {
      beneficiary: id,
      component: 'ECONOMIC',
      type: 'RETRAINING',
      startsOn: DAYS[index],
      endsOn: DAYS[index + 1],
    },
  });
  for (let index = 0; index < DAYS.length; index += 2) await send(RECORD, support(index), `support-${index}`);
  const before = await everything();
  expect(canariesIn(before)).toEqual(CANARIES);
  const { rows: salts } = await database.pool.query<{ salt: string }>(
    'SELECT salt FROM beneficiary UNION ALL SELECT salt FROM support',
  );
  expect(salts).toHaveLength(10);
  const seen = await send(READ, { id }, 'read', steward);
  expect(canariesIn(seen.text)).toEqual(CANARIES);
  const { edges, pageInfo } = seen.body.data.beneficiaries;
  const cursors = [edges[0].cursor, pageInfo.startCursor, pageInfo.endCursor];
  expect(canariesIn(cursors.map((cursor) => Buffer.from(cursor, 'base64url').toString()).join(' '))).toEqual(
    [],
  );

  // A failure of the database, whose own words would tell the row.
  await database.pool.query(`ALTER TABLE support ADD CHECK (starts_on <> '${DAYS[0]}') NOT VALID`);
  const failed = await send(RECORD, support(0), 'failing');
  expect([failed.status, failed.body.errors[0].extensions.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
  expect(log()).toContain('The database refused work on guarded tables (23514).');

  const erased = await send(ERASE, { input: { id } }, 'erase', steward);
  expect(erased.body).toEqual({ data: { eraseBeneficiary: { id } } });

  const after = await everything();
  expect(canariesIn(after)).toEqual([]);
  expect(salts.filter(({ salt }) => after.includes(salt))).toEqual([]);
  expect(canariesIn(log())).toEqual([]);
  const replays = [
    await send(ENROL, enrolment, 'enrol'),
    await send(RECORD, support(2), 'support-2'),
    await send(READ, { id }, 'read', steward),
    await ask('', {}, { body: JSON.stringify({ query: READ, variables: { id } }) }),
    await ask('', bearer(key), { body: JSON.stringify({ query: READ, variables: { id } }) }),
  ];
  expect(replays.flatMap(({ text }) => canariesIn(text))).toEqual([]);
  expect(replays.map(({ headers }) => headers.get('x-cache'))).not.toContain('HIT');
  expect(replays.slice(0, 2).map(({ body }) => body.errors[0].message)).toEqual([
    'This idempotency key was used for a record that was erased since, and its answer with it.',
    'This idempotency key was used for a record that was erased since, and its answer with it.',
  ]);
  expect(after).toContain('"operation":"DELETE"');
});
