import { createRandom, type Random } from './random.ts';

/** What a made-up person received. */
export type SyntheticSupport = {
  readonly id: string;
  readonly component: 'ECONOMIC' | 'PSYCHOSOCIAL';
  readonly type: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
};

/** A made-up person. */
export type SyntheticPerson = {
  readonly id: string;
  readonly sex: 'FEMALE' | 'MALE' | null;
  readonly birthYear: number | null;
  readonly category: 'RETURNEE' | 'SOCIALLY_VULNERABLE' | 'HARD_TO_EMPLOY';
  readonly city: string;
  readonly enrolledIn: string;
  readonly support: readonly SyntheticSupport[];
};

/** How many people to make up, and from which seed. */
export type PopulationPlan = { readonly count: number; readonly seed: number };

/** The year that all of them are enrolled and supported in. */
export const SYNTHETIC_YEAR = 2025;

/** Where they live: real towns, from the largest share to the smallest, so that many cells are small. */
export const SYNTHETIC_CITIES = [
  'novi-pazar',
  'krusevac',
  'pirot',
  'kraljevo',
  'tutin',
  'dimitrovgrad',
  'trstenik',
  'sjenica',
  'bela-palanka',
  'raska',
  'brus',
  'babusnica',
] as const;

/** How much more people live in one town than in the next of the list. */
const SKEW = 1.2;

const CHILD = 17;
const AGES: readonly (readonly [ages: readonly [youngest: number, oldest: number], weight: number])[] = [
  [[0, CHILD], 18],
  [[18, 29], 27],
  [[30, 44], 29],
  [[45, 64], 20],
  [[65, 84], 6],
];

const ECONOMIC = [
  ['SELF_EMPLOYMENT_GRANT', 3],
  ['BUSINESS_TRAINING', 3],
  ['RETRAINING', 2],
  ['EMPLOYMENT_SUBSIDY', 1],
  ['AGRICULTURAL_EQUIPMENT', 1],
] as const;

const PSYCHOSOCIAL = {
  child: [
    ['INCLUSIVE_WORKSHOP', 4],
    ['COUNSELLING', 1],
  ],
  adult: [
    ['INCLUSIVE_WORKSHOP', 1],
    ['COUNSELLING', 3],
  ],
} as const;

const CITY_WEIGHTS = SYNTHETIC_CITIES.map((city, index): [string, number] => [city, (index + 1) ** -SKEW]);

/** Makes people up, one after the other: the same plan makes the same people. */
export function* makePopulation({ count, seed }: PopulationPlan): Generator<SyntheticPerson> {
  const random = createRandom(seed);
  for (let made = 0; made < count; made += 1) yield makePerson(random);
}

function makePerson(random: Random): SyntheticPerson {
  const id = makeId(random);
  const city = random.pick(CITY_WEIGHTS);
  const [youngest, oldest] = random.pick(AGES);
  const age = random.between(youngest, oldest);
  const isChild = age <= CHILD;
  const month = random.between(1, 12);
  const category = random.pick(
    isChild
      ? ([
          ['RETURNEE', 5],
          ['SOCIALLY_VULNERABLE', 5],
        ] as const)
      : ([
          ['RETURNEE', 9],
          ['SOCIALLY_VULNERABLE', 6],
          ['HARD_TO_EMPLOY', 4],
        ] as const),
  );
  return {
    id,
    // Registers have gaps: a few say nothing of sex or year of birth.
    sex: random.chance(0.01) ? null : random.chance(0.47) ? 'FEMALE' : 'MALE',
    birthYear: random.chance(0.02) ? null : SYNTHETIC_YEAR - age,
    category,
    city,
    enrolledIn: `${SYNTHETIC_YEAR}-${twoDigits(month)}`,
    support: makeSupport(random, isChild, month),
  };
}

function makeSupport(random: Random, isChild: boolean, month: number): readonly SyntheticSupport[] {
  const components = isChild
    ? (['PSYCHOSOCIAL'] as const)
    : random.pick([
        [['ECONOMIC'], 5],
        [['PSYCHOSOCIAL'], 2],
        [['ECONOMIC', 'PSYCHOSOCIAL'], 3],
      ] as const);
  return components.map((component): SyntheticSupport => {
    const id = makeId(random);
    const psychosocial = isChild ? PSYCHOSOCIAL.child : PSYCHOSOCIAL.adult;
    const type = random.pick<string>(component === 'ECONOMIC' ? ECONOMIC : psychosocial);
    const first = random.between(month, 12);
    const last = first + random.between(0, 4);
    return {
      id,
      component,
      type,
      startsOn: `${SYNTHETIC_YEAR}-${twoDigits(first)}`,
      endsOn: last > 12 ? null : `${SYNTHETIC_YEAR}-${twoDigits(last)}`,
    };
  });
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** A UUID of version 8: of one's own making, and told apart from random ones. */
function makeId(random: Random): string {
  const digits = Array.from({ length: 4 }, () => random.bits().toString(16).padStart(8, '0')).join('');
  const variant = '89ab'.charAt(random.bits() % 4);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-');
}
