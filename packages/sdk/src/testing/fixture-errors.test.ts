import { expect, test } from 'vitest';
import { createTestGateway, type Fixtures } from '../testing.ts';

test.each<[string, unknown, string]>([
  [
    'a list that is none',
    { towns: [] },
    'towns: Fixtures has no such name. Expected one of activities, apiKeys, beneficiaries, cities,',
  ],
  ['something else than a list', { cities: { code: 'a' } }, 'cities is {"code":"a"}. Expected a list.'],
  ['something else than a record', { cities: ['pirot'] }, 'cities[0] is "pirot". Expected fields of City.'],
  [
    'an unknown field',
    { cities: [{}, { nmae: 'Pirot' }] },
    'cities[1].nmae: City has no such name. Expected one of code, district, figures, geonamesId, id, name, point, registryNumber.',
  ],
  [
    'an unknown field deep within',
    { projects: [{ figures: [{ target: { vaule: '1' } }] }] },
    'projects[0].figures[0].target.vaule: Measurement has no such name.',
  ],
  [
    'a number for a decimal',
    { measurements: [{ value: 42 }] },
    'measurements[0].value is 42. Expected a decimal number in a text, such as "42" or "0.55".',
  ],
  [
    'a text for a number',
    { cities: [{ geonamesId: '5' }] },
    'cities[0].geonamesId is "5". Expected a whole number of 32 bits.',
  ],
  [
    'a date that is none',
    { projects: [{ startsOn: 'May 2024' }] },
    'projects[0].startsOn is "May 2024". Expected a day, a month or a year, such as "2025-04".',
  ],
  [
    'an enum in small letters',
    { activities: [{ type: 'seminar' }] },
    'activities[0].type is "seminar". Expected a value such as COUNSELLING,',
  ],
  [
    'null where the contract has none',
    { cities: [{ name: null }] },
    'cities[0].name is null, which the contract rules out. Leave it out for a sample.',
  ],
  [
    'one for many',
    { cities: [{ figures: { value: '1' } }] },
    'cities[0].figures is {"value":"1"}. Expected a list.',
  ],
  [
    'an unknown language',
    { cities: [{ name: { DE: 'Pirot' } }] },
    'cities[0].name.DE: Locale has no such name. Expected one of EN, SR_CYRL, SR_LATN.',
  ],
  [
    'a place of no kind',
    { activities: [{ place: { code: 'pirot' } }] },
    'activities[0].place.__typename is undefined. Expected "City" or "District" or "Project".',
  ],
  [
    'a record of another type',
    { cities: [{ district: { __typename: 'City' } }] },
    'cities[0].district.__typename is "City". Expected "District".',
  ],
  [
    'two names for one city',
    { cities: [{ code: 'pirot', name: 'Pirot' }], projects: [{ cities: [{ code: 'pirot', name: 'Nis' }] }] },
    'projects[0].cities[0].name is not what was given for City "pirot" before. Give its "name" in one place.',
  ],
])('refuses %s', (_what, fixtures, message) => {
  const refused = () => createTestGateway(fixtures as Fixtures);
  expect(refused).toThrow(TypeError);
  expect(refused).toThrow(message);
});

test('takes the same twice, and records that hold each other', () => {
  const period = { start: '2023', end: '2023' };
  const place = { __typename: 'City', code: 'pirot', name: { EN: 'Pirot' } } as const;
  const figure = { value: '3', place, period };
  const city: Record<string, unknown> = { ...place, figures: [figure] };
  const district = { code: 'pirotski', cities: [city] };
  city.district = district;
  expect(() => createTestGateway({ cities: [city, place], districts: [district] })).not.toThrow();
});

test('leaves out what is undefined', () => {
  expect(() =>
    createTestGateway({ cities: undefined, projects: [{ code: 'p', title: undefined }] }),
  ).not.toThrow();
});

test('refuses a filling that is none', () => {
  const options = { fill: 'some' } as object;
  expect(() => createTestGateway({}, options)).toThrow('"fill" is "some". Expected "required" or "all".');
});
