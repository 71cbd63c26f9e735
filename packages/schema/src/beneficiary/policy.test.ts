import { expect, it } from 'vitest';
import { problemsOfDays, problemsOfPerson } from './policy.ts';

const PERSON = {
  kind: 'PERSON',
  sex: 'MALE',
  birthYear: 1980,
  category: 'RETURNEE',
  enrolledIn: '2025-03',
} as const;

it.each([
  [{}, []],
  [{ sex: null, birthYear: null }, []],
  [{ kind: 'HOUSEHOLD' }, ['sex', 'birthYear']],
  [{ kind: 'HOUSEHOLD', sex: null, birthYear: null }, []],
  [{ enrolledIn: '2025-06' }, []],
  [{ enrolledIn: '2025-07' }, ['enrolledIn']],
  [{ enrolledIn: '0000-01' }, ['enrolledIn']],
  [{ enrolledIn: '2025' }, ['enrolledIn']],
  [{ enrolledIn: '' }, ['enrolledIn']],
  [{ birthYear: 2025 }, []],
  [{ birthYear: 2026 }, ['birthYear']],
  [{ birthYear: 1900 }, []],
  [{ birthYear: -5 }, ['birthYear']],
] as const)('of a person with %o, finds wrong: %o', (change, fields) => {
  const problems = problemsOfPerson({ ...PERSON, ...change }, '2025-06-30');
  expect(problems.map(({ path }) => path[0])).toEqual(fields);
});

it.each([
  ['2025', null, []],
  ['2025-04', '2025', []],
  ['2025', '2025-01-01', []],
  ['2025-04-02', '2025-04-01', ['endsOn']],
  ['2025-04', '2024', ['endsOn']],
  ['2025-02-30', '2025-13', ['startsOn', 'endsOn']],
  ['', null, ['startsOn']],
] as const)('of support from "%s" to "%s", finds wrong: %o', (startsOn, endsOn, fields) => {
  expect(problemsOfDays(startsOn, endsOn).map(({ path }) => path[0])).toEqual(fields);
});
