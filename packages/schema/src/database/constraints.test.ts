import type { DatabaseError } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { KEY_RULES } from './key-rules.fixture.ts';

const { pool, drop } = await createTestDatabase('loaded');
afterAll(drop);

const MEASUREMENT =
  'INSERT INTO measurement (key, project_id, indicator_id, kind, district_id, city_id, period_start, period_end, since_project_start, disaggregation)';
const measurement = (
  district: string,
  city: string,
  start: string,
  end: string,
  since = 'false',
  by = `'{}'`,
) =>
  `${MEASUREMENT} VALUES ('synthetic', 1, 1, 'ACTUAL', ${district}, ${city}, ${start}, ${end}, ${since}, ${by})`;
const beneficiary = (kind: string, sex: string, birthYear: string, enrolledIn: string) =>
  `INSERT INTO beneficiary (project_id, kind, sex, birth_year, category, city_id, enrolled_in, enrolled_by_id)
   VALUES (1, '${kind}', ${sex}, ${birthYear}, 'RETURNEE', 1, '${enrolledIn}', 1)`;
const PERSON = beneficiary('PERSON', `'FEMALE'`, '1980', '2020-01');
const support = (start: string, end: string) =>
  `INSERT INTO support (beneficiary_id, component_code, type, starts_on, ends_on, organization_id)
   SELECT id, 'ECONOMIC', 'RETRAINING', '${start}', '${end}', 1 FROM beneficiary`;
const release = (start: string, end: string, threshold: number) =>
  `INSERT INTO statistics_release (project_id, number, period_start, period_end, method, threshold, variance)
   VALUES (1, 1, '${start}', '${end}', 'synthetic', ${threshold}, 1)`;
const RELEASE = release('2020', '2020', 5);
const cell = (level: string, district: string, city: string, status: string, value: string) =>
  `INSERT INTO statistics_cell (release_id, level, district_id, city_id, status, value)
   SELECT id, '${level}', ${district}, ${city}, '${status}', ${value} FROM statistics_release`;
const answer = (key: string, text: string, erasedAt: string) =>
  `INSERT INTO idempotency_record (caller, key, digest, answer, erased_at)
   VALUES ('test', '${key}', '', ${text}, ${erasedAt})`;
const revision = (number: string, note: string) =>
  `ALTER TABLE measurement_revision DISABLE TRIGGER USER; INSERT INTO measurement_revision (measurement_id, revision, value, qualifier, status, note)
   VALUES (1, ${number}, 1, 'EXACT', 'PUBLISHED', ${note})`;

/** What no row may say, each with what it may say instead. */
const refused: readonly [what: string, bad: string, good: string][] = [
  ['31 April', `UPDATE project SET ends_on = '2025-04-31'`, `UPDATE project SET ends_on = '2025-04-30'`],
  ['a month 13', `UPDATE project SET starts_on = '2025-13'`, `UPDATE project SET starts_on = '2025-12'`],
  [
    'a date with one digit',
    `UPDATE source SET published_on = '2025-4'`,
    `UPDATE source SET published_on = '2025-04'`,
  ],
  [
    'a note on the start in no language',
    `UPDATE project SET starts_on_note = '{}'`,
    `UPDATE project SET starts_on_note = '{"en": "No source gives it."}'`,
  ],
  [
    'a note on the end as plain text',
    `UPDATE project SET ends_on_note = '"a month"'`,
    `UPDATE project SET ends_on_note = NULL`,
  ],
  [
    'a note on the cities in an unknown language',
    `UPDATE project SET cities_note = '{"de": "Notiz"}'`,
    `UPDATE project SET cities_note = '{"sr-Latn": "Napomena"}'`,
  ],
  [
    'a text that is a number',
    `UPDATE project SET title = '{"en": 5}'`,
    `UPDATE project SET title = '{"en": "5"}'`,
  ],
  [
    'target groups that are one text',
    `UPDATE project SET target_groups = '{"en": "returnees"}'`,
    `UPDATE project SET target_groups = '[{"en": "returnees"}]'`,
  ],
  [
    'a group served without a language',
    `UPDATE network SET groups_served = '[{}]'`,
    `UPDATE network SET groups_served = '[]'`,
  ],
  [
    'a topic as plain text',
    `UPDATE activity SET topics = '["planning"]'`,
    `UPDATE activity SET topics = '[{"en": "planning"}]'`,
  ],
  [
    'a support in an unknown language',
    `UPDATE project_component SET supports = '[{"de": "Zuschüsse"}]'`,
    `UPDATE project_component SET supports = '[{"en": "grants"}]'`,
  ],
  ['a date in words', `UPDATE activity SET held_on = 'April 2025'`, `UPDATE activity SET held_on = '2025'`],
  [
    '29 February 2023',
    `UPDATE open_call SET opens_on = '2023-02-29'`,
    `UPDATE open_call SET opens_on = '2024-02-29'`,
  ],
  ['the year 0000', `UPDATE open_call SET closes_on = '0000'`, `UPDATE open_call SET closes_on = '0001'`],
  [
    'a period that begins on no date',
    measurement('NULL', 'NULL', `'2020-00'`, 'NULL'),
    measurement('NULL', 'NULL', `'2020-01'`, 'NULL'),
  ],
  [
    'a period that ends on no date',
    measurement('NULL', 'NULL', 'NULL', `'2020-02-30'`),
    measurement('NULL', 'NULL', 'NULL', `'2020-02-29'`),
  ],
  [
    'both a district and a city',
    measurement('1', '1', 'NULL', `'2020'`),
    measurement('NULL', '1', 'NULL', `'2020'`),
  ],
  [
    'two beginnings',
    measurement('NULL', 'NULL', `'2020'`, 'NULL', 'true'),
    measurement('NULL', 'NULL', 'NULL', 'NULL', 'true'),
  ],
  [
    'categories as a list',
    measurement('NULL', 'NULL', `'2020'`, 'NULL', 'false', `'["FEMALE"]'`),
    measurement('NULL', 'NULL', `'2020'`, 'NULL', 'false', `'{"sex": "FEMALE"}'`),
  ],
  [
    'a district without a name',
    `UPDATE district SET name = '{}'`,
    `UPDATE district SET name = '{"en": "X"}'`,
  ],
  [
    'a city without a Latin name',
    `UPDATE city SET name = '{"sr-Cyrl": "X"}'`,
    `UPDATE city SET name = '{"sr-Latn": "X"}'`,
  ],
  [
    'an empty name',
    `UPDATE organization SET name = '{"en": ""}'`,
    `UPDATE organization SET name = '{"en": "X"}'`,
  ],
  [
    'a language of no contract',
    `UPDATE network SET name = '{"en": "X", "de": "X"}'`,
    `UPDATE network SET name = '{"en": "X", "sr-Cyrl": "X"}'`,
  ],
  [
    'a description that is no object',
    `UPDATE network SET description = '"X"'`,
    `UPDATE network SET description = NULL`,
  ],
  ['a title that is null', `UPDATE project SET title = 'null'`, `UPDATE project SET title = '{"en": "X"}'`],
  [
    'a component without a name',
    `UPDATE component SET name = '[]'`,
    `UPDATE component SET name = '{"en": "X"}'`,
  ],
  [
    'an activity without a title',
    `UPDATE activity SET title = '{}'`,
    `UPDATE activity SET title = '{"en": "X"}'`,
  ],
  ['a venue without a name', `UPDATE activity SET venue = '{}'`, `UPDATE activity SET venue = NULL`],
  ['an empty sequel', `UPDATE activity SET followed_by = '{}'`, `UPDATE activity SET followed_by = NULL`],
  [
    'an indicator without a name',
    `UPDATE indicator SET name = '{}'`,
    `UPDATE indicator SET name = '{"en": "X"}'`,
  ],
  ['an empty definition', `UPDATE indicator SET definition = '{}'`, `UPDATE indicator SET definition = NULL`],
  ['an empty note', revision('2', `'{}'`), revision('2', 'NULL')],
  ['a revision 0', revision('0', 'NULL'), revision('3', 'NULL')],
  [
    'half a point of a district',
    'UPDATE district SET longitude = NULL WHERE latitude IS NOT NULL',
    'UPDATE district SET latitude = NULL, longitude = NULL',
  ],
  [
    'a district beyond the pole',
    'UPDATE district SET latitude = 90.1, longitude = 0',
    'UPDATE district SET latitude = 90, longitude = 0',
  ],
  [
    'half a point of a city',
    'UPDATE city SET latitude = NULL',
    'UPDATE city SET latitude = NULL, longitude = NULL',
  ],
  ['a city beyond the date line', 'UPDATE city SET longitude = -180.1', 'UPDATE city SET longitude = -180'],
  [
    'a country in small letters',
    `UPDATE organization SET country = 'rs'`,
    `UPDATE organization SET country = 'RS'`,
  ],
  [
    'a number of members without its qualifier',
    'UPDATE network SET member_count_qualifier = NULL',
    'UPDATE network SET member_count = NULL, member_count_qualifier = NULL',
  ],
  ['fewer members than none', 'UPDATE network SET member_count = -1', 'UPDATE network SET member_count = 0'],
  ['a negative budget', 'UPDATE budget SET amount = -0.01', 'UPDATE budget SET amount = 0'],
  ['a currency that is no code', `UPDATE budget SET currency = 'euro'`, `UPDATE budget SET currency = 'RSD'`],
  ['no days', 'UPDATE activity SET duration_days = 0', 'UPDATE activity SET duration_days = 1'],
  ['a part of itself', 'UPDATE activity SET part_of_id = id', 'UPDATE activity SET part_of_id = NULL'],
  [
    'a number of participants without its qualifier',
    'UPDATE activity SET participants_count = 1',
    `UPDATE activity SET participants_count = 1, participants_count_qualifier = 'ABOUT'`,
  ],
  [
    'fewer participants than none',
    `UPDATE activity SET participants_count = -1, participants_count_qualifier = 'EXACT'`,
    `UPDATE activity SET participants_count = 0, participants_count_qualifier = 'EXACT'`,
  ],
  [
    'a dimension that is none',
    `UPDATE indicator SET aggregation = 'SUM', additive_over = '["SEX"]'`,
    `UPDATE indicator SET aggregation = 'SUM', additive_over = '["PLACE"]'`,
  ],
  [
    'a sum over nothing',
    `UPDATE indicator SET aggregation = 'SUM', additive_over = '[]'`,
    `UPDATE indicator SET aggregation = 'NONE', additive_over = '[]'`,
  ],
  [
    'a birth year of nobody alive',
    beneficiary('PERSON', 'NULL', '1899', '2020-01'),
    beneficiary('PERSON', 'NULL', '1900', '2020-01'),
  ],
  [
    'an enrolment on a day',
    beneficiary('PERSON', 'NULL', 'NULL', '2020-01-01'),
    beneficiary('PERSON', 'NULL', 'NULL', '2020-01'),
  ],
  [
    'a household with a sex',
    beneficiary('HOUSEHOLD', `'FEMALE'`, 'NULL', '2020-01'),
    beneficiary('HOUSEHOLD', 'NULL', 'NULL', '2020-01'),
  ],
  [
    'support from no date',
    `${PERSON}; ${support('2020-13', '2021')}`,
    `${PERSON}; ${support('2020-12', '2021')}`,
  ],
  [
    'support to no date',
    `${PERSON}; ${support('2020', '2021-13')}`,
    `${PERSON}; ${support('2020', '2021-12')}`,
  ],
  ['statistics from no date', release('20', '2020', 5), RELEASE],
  ['statistics to no date', release('2020', '2020-1', 5), RELEASE],
  ['a threshold of nothing', release('2020', '2020', 0), release('2020', '2020', 1)],
  [
    'a cell of the project in a city',
    `${RELEASE}; ${cell('PROJECT', 'NULL', '1', 'OBSERVED', '5')}`,
    `${RELEASE}; ${cell('CITY', 'NULL', '1', 'OBSERVED', '5')}`,
  ],
  [
    'a suppressed cell with its value',
    `${RELEASE}; ${cell('PROJECT', 'NULL', 'NULL', 'SUPPRESSED', '5')}`,
    `${RELEASE}; ${cell('PROJECT', 'NULL', 'NULL', 'SUPPRESSED', 'NULL')}`,
  ],
  [
    'a secret that can be guessed',
    `INSERT INTO statistics_secret SELECT id, 'abc' FROM project`,
    `INSERT INTO statistics_secret SELECT id, sha256('') FROM project`,
  ],
  ['a second end of the chain', 'UPDATE audit_head SET id = 2', 'UPDATE audit_head SET id = 1'],
  ['an answer without a key', answer('', 'NULL', 'NULL'), answer('a', 'NULL', 'NULL')],
  ['an answer about a person that is erased', answer('a', "'{}'", 'now()'), answer('a', 'NULL', 'now()')],
];

/** Tries statements and takes them back. The constraint that refused them, if one did. */
async function attempt(statements: string): Promise<string | null> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(statements);
    return null;
  } catch (error) {
    const { code, constraint, table } = error as DatabaseError;
    expect(code, String(error)).toBe('23514');
    return `${table}.${constraint}`;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const broken = new Set<string>();

describe('the database takes', () => {
  it.each([...refused, ...KEY_RULES])('not %s', async (_what, bad, good) => {
    expect(await attempt(good)).toBeNull();
    const constraint = await attempt(bad);
    expect(constraint).not.toBeNull();
    broken.add(constraint ?? '');
  });
});

it('sorts the keys of lists alike in every database, whatever its language', async () => {
  const { rows } = await pool.query<{ path: string; collation: string }>(
    `SELECT attrelid::regclass || '.' || attname AS path, collname AS collation
     FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid JOIN pg_collation ON pg_collation.oid = attcollation
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND (attname = 'code' OR (relname, attname) = ('measurement', 'key'))`,
  );
  expect(rows.length).toBeGreaterThan(9);
  expect(rows.filter(({ collation }) => collation !== 'C')).toEqual([]);
});

it('has no rule for the values of its rows that is not tried here', async () => {
  const { rows } = await pool.query<{ name: string; rule: string }>(
    `SELECT conrelid::regclass || '.' || conname AS name, pg_get_constraintdef(oid) AS rule
     FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
  );
  expect(rows.length).toBeGreaterThan(45);
  expect(rows.filter(({ name }) => !broken.has(name))).toEqual([]);
});
