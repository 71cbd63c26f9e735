import { getNamedType, isObjectType } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase, useTestDatabase } from '../../../../testing/database.ts';
import { execute, query } from '../../../../testing/execute.ts';
import { schema } from '../schema.ts';
import type { Locale } from './locale.ts';

const { pool, drop } = await createTestDatabase('loaded');
afterAll(drop);

const locales: readonly Locale[] = ['EN', 'SR_LATN', 'SR_CYRL'];
const inAll = locales.map((locale) => `${locale}: name(locale: ${locale})`).join(' ');

it('tells a text in several languages in one request, each under its alias', async () => {
  const { city, network } = await query(
    pool,
    `{ city(code: "krusevac") { ${inAll} } network(code: "iris") { ${inAll} } }`,
  );
  expect(city).toEqual({ EN: 'Kruševac', SR_LATN: 'Kruševac', SR_CYRL: 'Крушевац' });
  expect(network).toEqual({ EN: 'IRIS network', SR_LATN: 'IRIS mreža', SR_CYRL: 'IRIS мрежа' });
});

it('tells what is missing in one language in another', async () => {
  const { onlyEnglish, onlySerbian } = await query(
    pool,
    `{ onlyEnglish: organization(code: "asb-see") { ${inAll} } onlySerbian: organization(code: "merhamet-sandzak") { ${inAll} } }`,
  );
  const english = 'Arbeiter-Samariter-Bund South East Europe';
  expect(onlyEnglish).toEqual({ EN: english, SR_LATN: english, SR_CYRL: english });
  expect(onlySerbian).toEqual({
    EN: 'Merhamet Sandžak',
    SR_LATN: 'Merhamet Sandžak',
    SR_CYRL: 'Мерхамет Санџак',
  });
});

it('takes a Cyrillic text that is kept before one that it could make', async () => {
  const { pool: own } = await useTestDatabase('loaded');
  await own.query(
    `UPDATE city SET name = '{"sr-Latn": "Pirot", "sr-Cyrl": "Пирот на Нишави"}' WHERE code = 'pirot'`,
  );
  await own.query(`UPDATE city SET name = '{"en": "Tutin", "sr-Cyrl": "Тутин"}' WHERE code = 'tutin'`);
  const { pirot, tutin } = await query(
    own,
    `{ pirot: city(code: "pirot") { ${inAll} } tutin: city(code: "tutin") { ${inAll} } }`,
  );
  expect(pirot).toEqual({ EN: 'Pirot', SR_LATN: 'Pirot', SR_CYRL: 'Пирот на Нишави' });
  expect(tutin).toEqual({ EN: 'Tutin', SR_LATN: 'Tutin', SR_CYRL: 'Тутин' });
});

it.each([
  ['EN', 'Visibility', 'period in words: 2023'],
  ['SR_LATN', 'Vidljivost', 'period in words: 2023.'],
  ['SR_CYRL', 'Видљивост', 'period in words: 2023.'],
] as const)(
  'answers in %s where the request prefers it and the field names no language',
  async (locale, name, label) => {
    const document = `{
    components { code name explicit: name(locale: EN) none: name(locale: null) }
    project(code: "reintegration-ii") { figures(indicators: ["workshops-held"]) { period { label } } }
  }`;
    const { data } = await execute(pool, { document, locale });
    const visibility = data.components.find(({ code }: { code: string }) => code === 'VISIBILITY');
    expect(visibility).toEqual({ code: 'VISIBILITY', name, explicit: 'Visibility', none: name });
    expect(`period in words: ${data.project.figures[0].period.label}`).toBe(label);
  },
);

it('answers in English where the request prefers nothing', async () => {
  const { components } = await query(pool, '{ components { name } }');
  expect(components[0]).toEqual({ name: 'Economic support' });
});

it('tells lists of texts, and what may be absent, by the same rule', async () => {
  const { project, activity, none } = await query(
    pool,
    `{
      project(code: "reintegration-ii") { targetGroups(locale: SR_CYRL) }
      activity(code: "round-table-children-shelter") { topics(locale: SR_LATN) venue(locale: SR_CYRL) followedBy(locale: SR_CYRL) }
      none: activity(code: "marathon") { venue(locale: EN) followedBy(locale: SR_CYRL) }
    }`,
  );
  expect(project.targetGroups[1]).toBe('социјално угрожено локално становништво');
  expect(activity).toEqual({
    topics: ['Razvoj prihvatilišta za decu u Novom Pazaru'],
    venue: 'Regional Innovation Start-up Centre',
    followedBy: 'Посета дневном боравку за децу, младе и одрасле са сметњама у развоју у Новом Пазару',
  });
  expect(none).toEqual({ venue: null, followedBy: null });
});

describe('the contract', () => {
  it('lets the reader choose the language of every text that has one, and of no other', () => {
    const choosing = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
      .filter(({ field }) => field.args.some(({ name }) => name === 'locale'))
      .map(({ type, field }) => `${type.name}.${field.name}: ${getNamedType(field.type).name}`);
    expect(choosing).toEqual(
      [
        'Activity.followedBy Activity.title Activity.topics Activity.venue City.name Component.name District.name',
        'Figure.citation Figure.note Indicator.definition Indicator.name Measurement.note MeasurementRevision.note',
        'Network.description Network.groupsServed Network.name Organization.name Period.label',
        'Project.citiesNote Project.endsOnNote Project.startsOnNote Project.targetGroups Project.title ProjectComponent.supports',
        'Statistics.note',
      ]
        .flatMap((line) => line.split(' '))
        .map((path) => `${path}: String`),
    );
  });
});
