/** A place, the value it is given (`undefined` removes it), and the problem that follows there or elsewhere. */
export type Fault = [at: string, value: unknown, found: string, expected: string, path?: string];

const slug = 'a code of lower-case letters, digits and hyphens, at most 100, such as novi-pazar';
const decimal = 'a decimal in quotes with at most 18 digits before and 6 after the point, such as "42"';
const date = 'a date such as 2025, 2025-04 or 2025-04-30';
const period = 'a period such as 2023, 2023/.., ../2025-04 or project-start/..';
const placeForm = '{ "city": code } or { "district": code }';
const long = 'x'.repeat(500);
const cycle = 'round-table-local-social-protection';

/** What is refused, one kind of fault a line. */
export const faults: readonly Fault[] = [
  // Fields that are missing, unknown or of another type
  ['sources[0].title', undefined, 'nothing', 'text in quotes'],
  ['sources[0].title', 7, '7', 'text in quotes'],
  [
    'sources[0].url',
    'reintegracija.net',
    '"reintegracija.net"',
    'a web address beginning with https:// or http://',
  ],
  ['sources[0].language', 'English', '"English"', 'a BCP 47 language tag such as en or sr-Latn'],
  ['sources', {}, '{}', 'a list'],
  ['organizations[0].country', 'ZZ', '"ZZ"', 'an ISO 3166-1 alpha-2 code such as RS'],
  ['project.budgets[0].currency', 'EUX', '"EUX"', 'an ISO 4217 code such as EUR'],
  ['measurements[1].value', '-46', '"-46"', 'a whole number, 0 or more, as the indicator counts persons'],
  ['measurements[1].value', '46.5', '"46.5"', 'a whole number, 0 or more, as the indicator counts persons'],
  ['districts[0].point.latitude', 431.4, '431.4', 'at most 90'],
  ['districts[0].iso3166', 'RS226', '"RS226"', 'an ISO 3166-2 code such as RS-22'],
  ['cities[0].point.latitude', '43', '"43"', 'a number'],
  [
    'cities[0].population',
    1,
    '1',
    'no such field; known are code, registryNumber, district, name, point, geonamesId',
  ],
  ['cities[0].registryNumber', '709', '"709"', 'a registry number (matični broj) of five digits, in quotes'],
  ['cities[0].name', { 'sr-Cyrl': 'Пирот' }, '{"sr-Cyrl":"Пирот"}', 'text in en or sr-Latn'],
  ['cities[0].name.sr-Latn', 'Рirot', '"Рirot"', 'text without Cyrillic letters'],
  ['cities[0].name.sr-Latn', 'Pirot ', '"Pirot "', 'text on one line, without blanks at its ends'],
  ['cities[0].name.sr-Latn', 's\u030c', '"s\u030c"', 'text whose letters are composed (Unicode NFC)'],
  ['cities[0].name.de', 'Pirot', '"Pirot"', 'no such field; known are en, sr-Latn, sr-Cyrl'],
  ['organizations[0].kind', 'MINISTRY', '"MINISTRY"', 'one of DONOR, INGO, NGO, AGENCY, LOCAL_GOVERNMENT'],
  ['networks[0].memberCount.value', 200.5, '200.5', 'a whole number'],
  ['project', [], '[]', 'an object'],
  ['project.isSynthetic', 'no', '"no"', 'true or false'],
  ['project.startsOn', null, 'null', 'text in quotes'],
  [
    'project.endsOn',
    '2025-04-31',
    '"2025-04-31"',
    `${date} ("2025-04-31" is not a date: April 2025 has 30 days)`,
  ],
  ['project.budgets[0].amount', '400.000,00', '"400.000,00"', 'an amount in quotes, such as "400000.00"'],
  ['project.budgets[0].sources', [], '[]', 'a list with at least one source'],
  [
    'indicators[0].additiveOver',
    [],
    '[]',
    'a dimension or more where the aggregation is SUM, and none elsewhere',
  ],
  ['indicators[1].countsPersons', false, 'false', 'true, as the unit is person'],
  ['measurements[3].value', 70, '70', decimal],
  ['measurements[3].value', '7O', '"7O"', decimal],
  ['measurements[3].value', long, `"${'x'.repeat(78)}…`, decimal],
  ['measurements[3].qualifier', undefined, 'nothing', 'one of EXACT, MORE_THAN, AT_LEAST, ABOUT'],
  ['measurements[3].sources', [], '[]', 'a list with at least one source'],
  ['measurements[3].sources', undefined, 'nothing', 'a list with at least one source'],
  [
    'measurements[3].period',
    '2023-13',
    '"2023-13"',
    `${period} ("2023-13" is not a date: there is no month 13)`,
  ],
  ['measurements[3].period', '2024/2023', '"2024/2023"', 'a period whose end is not before its start'],
  ['measurements[3].period', '../..', '"../.."', 'a period with at least one end that is not open'],
  ['measurements[3].place', 'pirot', '"pirot"', placeForm],
  [
    'measurements[3].place',
    { city: 'pirot', district: 'raski' },
    '{"city":"pirot","district":"raski"}',
    placeForm,
  ],
  ['measurements[3].disaggregation', {}, '{}', 'a dimension or more; leave it out for the total'],
  ['measurements[3].disaggregation.Sex', 'FEMALE', '"Sex"', slug],
  [
    'measurements[3].disaggregation.sex',
    'a/b',
    '"a/b"',
    'a category of letters, digits and _ + -, such as FEMALE',
  ],
  ['measurements[3]', 'forty-two', '"forty-two"', 'an object'],
  ['activities[0].durationDays', 0, '0', 'at least 1'],
  [
    'activities[0].heldOn',
    '2023/2024',
    '"2023/2024"',
    `${date} ("2023/2024" is not a date: it is an interval or not separated by hyphens)`,
  ],
  ['openCalls[0].code', 'Public Call', '"Public Call"', slug],

  // Codes that stand for nothing
  ['sources[2].translationOf', 'seminar', '"seminar"', 'the code of an entry in sources.json'],
  ['cities[0].district', 'niski', '"niski"', 'the code of an entry in districts.json'],
  ['organizations[2].seat', 'nis', '"nis"', 'the code of an entry in cities.json'],
  ['networks[0].members[0]', 'asb', '"asb"', 'the code of an entry in organizations.json'],
  ['measurements[0].indicator', 'grants', '"grants"', 'the code of an entry in indicators.json'],
  ['measurements[0].place.city', 'nis', '"nis"', 'the code of an entry in cities.json'],
  ['measurements[0].sources[0]', 'results-2024', '"results-2024"', 'the code of an entry in sources.json'],
  ['activities[0].partOf', 'tour', '"tour"', 'the code of an entry in activities.json'],

  // Entries that are there twice
  [
    'districts[7]',
    { code: 'raski', iso3166: 'RS-99', name: { en: 'X' } },
    '"raski", as in districts[2]',
    'no second entry with the same code',
    'districts[7].code',
  ],
  ['cities[1].geonamesId', 787050, '787050, as in cities[0]', 'no second entry with the same geonamesId'],
  ['components[1].position', 1, '1, as in components[0]', 'no second entry with the same position'],
  ['project.cities[1]', 'pirot', '"pirot", as in project.cities[0]', 'each entry once'],
  [
    'project.budgets[1].city',
    'pirot',
    '"pirot" and "EUR", as in project.budgets[0]',
    'no second entry with the same city and currency',
  ],
  [
    'measurements[1].indicator',
    'self-employment-grants',
    'reintegration-ii/self-employment-grants/actual/project/2023, as in measurements[0]',
    'one measurement for a key; to correct a figure, edit its entry',
    'measurements[1]',
  ],

  // What fits the fields but not each other
  [
    'project.startsOn',
    '2025-05',
    '"2025-04"',
    'a date that is not before startsOn (2025-05)',
    'project.endsOn',
  ],
  ['activities[1].partOf', cycle, `"${cycle}"`, `a chain that ends, not ${cycle} → ${cycle}`],
  [
    'activities[0].partOf',
    cycle,
    `"${cycle}"`,
    `a chain that ends, not study-visit-novi-pazar → ${cycle} → study-visit-novi-pazar`,
  ],
  [
    'sources[1].translationOf',
    'seminar-pirot-sr',
    '"seminar-pirot-sr"',
    'a chain that ends, not seminar-pirot-en → seminar-pirot-sr → seminar-pirot-en',
  ],
  ['openCalls[0].activity', 'marathon', '"marathon" of type "PUBLIC_EVENT"', 'an activity of type OPEN_CALL'],
];
