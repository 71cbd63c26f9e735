import { beforeAll, describe, expect, it } from 'vitest';
import {
  createRelease,
  createRestricted,
  makeSyntheticPeople,
  OPERATOR,
} from '../../packages/schema/src/index.ts';
import { shareTestGateway } from '../gateway.ts';
import { type PublishedCell, type Sum, sumsBetween } from './cells.ts';
import { adjust } from './least-squares.ts';
import { lawOf } from './noise.ts';
import { meanOf, mostProbable, mostProbableSmall, posteriors, type Sighting } from './posterior.ts';
import { averaging, differencing, type Estimates, tracker } from './routes.ts';
import { exactShare, leastDeviation, modeShare, smallCells, surest, table } from './score.ts';
import { readServed } from './served.ts';
import { readTruth, type Truth } from './truth.ts';
import {
  attackFreshNoise,
  attackRounding,
  attackSuppression,
  attackWithoutSecret,
  type Target,
} from './weaker.ts';

/** An attack may be right about this much more small cells than guessing is. */
const EXACT_MARGIN = 0.02;
/** Nobody may be surer than this of what is true of a small cell. */
const SUREST = 0.8;
/** What the best linear estimate leaves open, in persons. */
const DEVIATION = 1;

const running = shareTestGateway();
let cells: readonly PublishedCell[];
let sums: readonly Sum[];
let truth: readonly Truth[];
let small: readonly number[];
let guessing: number;
/** What else is published of each cell: a release with one person less, and one of the next year. */
let withoutOne: readonly PublishedCell[];
let nextYear: readonly PublishedCell[];

beforeAll(async () => {
  const { pool } = running.database;
  const release = async (period: string) => {
    const outcome = await createRelease(createRestricted(pool), OPERATOR, { project: 'synthetic', period });
    if ('refused' in outcome) throw new Error(outcome.refused.message);
    return (await readServed(running.url, 'synthetic', outcome.release.number)).cells;
  };
  await makeSyntheticPeople(pool, { count: 3_000, seed: 7 });
  // Gaps would spoil the sums that attacks rely on. And a secret that is always the same gives the same scores.
  await pool.query(
    `UPDATE beneficiary SET sex = coalesce(sex, 'MALE'), birth_year = coalesce(birth_year, 1990)`,
  );
  await pool.query(
    `INSERT INTO statistics_secret SELECT id, sha256('attacked') FROM project WHERE code = 'synthetic'`,
  );
  cells = await release('2025');
  truth = await readTruth(pool, cells);
  const { geography } = await readServed(running.url, 'synthetic', 1);
  sums = sumsBetween(cells, geography);
  small = smallCells(cells, truth);
  guessing = modeShare(truth, small);
  nextYear = await release('2026');
  // Of the smallest town, where one person shows most.
  await pool.query(
    `DELETE FROM beneficiary WHERE id = (SELECT beneficiary.id FROM beneficiary JOIN city ON city.id = city_id
     WHERE city.code = 'babusnica' ORDER BY beneficiary.id LIMIT 1)`,
  );
  withoutOne = await release('2025');
}, 60_000);

const valuesOf = (some: readonly PublishedCell[]) => some.map(({ value }) => value);

/** What was published of each cell, with other noise, in the first release and in another. */
function sightingsWith(other: readonly PublishedCell[], more: number): readonly (readonly Sighting[])[] {
  return cells.map(({ value }, index) => {
    const again = other[index]?.value ?? value;
    const first = { value, more: 0 };
    // The same people give the same value, and a value that differs shows that somebody came or went.
    return again === value ? [first] : [first, { value: again, more }];
  });
}

function byLeastSquares(sightings: readonly (readonly Sighting[])[]): Estimates {
  const { observed, variances } = meanOf(cells, sightings);
  return [...adjust(observed, variances, sums).values];
}

const report: string[][] = [['attack', 'exact', 'surest', 'deviation']];
const share = (part: number) => `${(part * 100).toFixed(1)} %`;

function note(attack: string, exact: number | null, sure?: number, deviation?: number): void {
  report.push([
    attack,
    exact === null ? '' : share(exact),
    sure === undefined ? '' : sure.toFixed(2),
    deviation?.toFixed(2) ?? '',
  ]);
}

describe('what is served', () => {
  it('is the whole closed list, with many small cells in it', () => {
    expect(cells).toHaveLength(17 * 64);
    expect(sums.length).toBeGreaterThan(700);
    expect(small.length).toBeGreaterThan(80);
    for (const { parent, parts } of sums) {
      const total = parts.reduce((sum, part) => sum + (truth[part]?.count ?? 0), 0);
      expect(total).toBe(truth[parent]?.count);
    }
    note(`guessing the mode of ${small.length} small cells`, guessing);
  });

  it('keeps nobody a true zero, and tells no small count', () => {
    for (const [index, cell] of cells.entries()) {
      if (truth[index]?.count === 0) expect(cell.value).toBe(0);
      if (cell.value !== 0) expect(cell.value).toBeGreaterThanOrEqual(lawOf(cell).law.threshold);
    }
  });

  it('gives the same people the same value in every release, and in every table', () => {
    const known = new Map<string, number>();
    for (const [index, { value }] of cells.entries()) {
      const { people = '' } = truth[index] ?? {};
      expect(known.get(people) ?? value).toBe(value);
      known.set(people, value);
    }
    expect(known.size).toBeLessThan(cells.length);
    const changed = cells.filter(({ value }, index) => withoutOne[index]?.value !== value);
    // One person is in no more cells than this.
    expect(changed.length).toBeLessThanOrEqual(3 * 15);
    expect(changed.length).toBeGreaterThan(10);
  });

  it('is right on average', () => {
    const errors = cells.map(({ value }, index) => value - (truth[index]?.count ?? 0));
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    expect(Math.abs(mean)).toBeLessThan(0.4);
  });
});

describe('an attacker who knows the law and not the secret does no better than guessing by', () => {
  const attacks: readonly (readonly [name: string, attack: () => Estimates])[] = [
    ['taking what is published', () => valuesOf(cells)],
    ['differencing: the parent less the siblings', () => differencing(valuesOf(cells), sums)],
    ['a tracker: parents less the whole', () => tracker(valuesOf(cells), sums)],
    ['averaging over every route', () => averaging(valuesOf(cells), sums)],
    [
      'two periods: this year and the next',
      () => averaging(meanOf(cells, sightingsWith(nextYear, 0)).observed, sums),
    ],
    ['two releases: with one person less', () => byLeastSquares(sightingsWith(withoutOne, -1))],
    ['linear reconstruction', () => byLeastSquares(sightingsWith(cells, 0))],
  ];
  it.each(attacks)('%s', (name, attack) => {
    const exact = exactShare(attack(), truth, small);
    note(name, exact);
    expect(exact).toBeLessThanOrEqual(guessing + EXACT_MARGIN);
  });

  it.each([
    ['Bayes on everything', () => posteriors(cells, sums)],
    ['Bayes on two releases', () => posteriors(cells, sums, sightingsWith(withoutOne, -1))],
  ] as const)('%s', (name, infer) => {
    const found = infer();
    const exact = exactShare(found.map(mostProbable), truth, small);
    const sure = surest(found, truth, small);
    note(name, exact, sure);
    const told = found.map((posterior, index) =>
      mostProbableSmall(posterior, lawOf(cells[index] ?? { ageBand: null }).law.threshold),
    );
    note(`… told besides which cells are small`, exactShare(told, truth, small));
    expect(exact).toBeLessThanOrEqual(guessing + EXACT_MARGIN);
    expect(sure).toBeLessThanOrEqual(SUREST);
  });

  it('and is left in doubt by the best linear estimate', () => {
    const one = leastDeviation(cells, sums, truth);
    const times = sightingsWith(withoutOne, -1).map(({ length }) => length);
    const two = leastDeviation(cells, sums, truth, times);
    note('best linear estimate, told which cells are empty', null, undefined, one);
    note('… of two releases', null, undefined, two);
    expect(one).toBeGreaterThanOrEqual(DEVIATION);
    expect(two).toBeGreaterThanOrEqual(DEVIATION);
  });
});

describe('the same attacks succeed against', () => {
  it.each([
    ['suppression alone', attackSuppression],
    ['rounding alone, with free filters', attackRounding],
    ['noise that is drawn anew for each question', attackFreshNoise],
    ['keys without a secret', attackWithoutSecret],
  ] as const)('%s', (name, attack) => {
    const target: Target = { cells, sums, truth };
    const few = truth.flatMap(({ count }, index) => (count > 0 && count < 5 ? [index] : []));
    const exact = exactShare(attack(target), truth, few);
    note(`weaker: ${name}`, exact);
    expect(exact).toBeGreaterThan(modeShare(truth, few) + EXACT_MARGIN);
  });

  it('tells what came of all of it', () => {
    console.log(`\n${table(report)}\n`);
    expect(report.length).toBeGreaterThan(15);
  });
});
