import { expect, it } from 'vitest';
import { createTabulation } from './tabulation.ts';

const scope = {
  districtIds: [1, 2],
  cities: [
    { id: 11, districtId: 1 },
    { id: 12, districtId: 1 },
    { id: 21, districtId: 2 },
  ],
  components: ['ECONOMIC', 'PSYCHOSOCIAL'],
};
const person = {
  key: 5,
  cityId: 11,
  districtId: 1,
  sex: 'FEMALE',
  ageBand: '18-29',
  category: 'RETURNEE',
  components: ['ECONOMIC', 'PSYCHOSOCIAL'],
};

const counted = (...people: readonly (typeof person | (Omit<typeof person, 'sex'> & { sex: null }))[]) => {
  const tabulation = createTabulation(scope);
  for (const each of people) tabulation.add(each);
  return [...tabulation.cells()];
};

it('has every combination of place and values once, whoever is counted, in the same order', () => {
  const [empty, full] = [counted(), counted(person)];
  // 6 places, each with 1 + (2 + 5 + 3 + 2) + (10 + 6 + 4 + 15 + 10 + 6) cells.
  expect(empty).toHaveLength(6 * 64);
  const names = empty.map(({ name }) => JSON.stringify(name));
  expect(new Set(names).size).toBe(names.length);
  expect(full.map(({ name }) => JSON.stringify(name))).toEqual(names);
  expect(empty.every(({ count, keySum }) => count === 0 && keySum === 0)).toBe(true);
});

it('counts a person wherever the cell is about such people, and nowhere else', () => {
  const cells = counted(person).filter(({ count }) => count > 0);
  expect(cells.every(({ count, keySum }) => count === 1 && keySum === 5)).toBe(true);
  // The whole, its district and its city, each with 1 + 3 + 2 components, and pairs: 3 + 3 × 2.
  expect(cells).toHaveLength(3 * (1 + 3 + 2 + 3 + 6));
  for (const { name } of cells) {
    expect([null, 'FEMALE']).toContain(name.SEX);
    expect([null, '18-29']).toContain(name.AGE_BAND);
    expect([null, 'RETURNEE']).toContain(name.CATEGORY);
    expect([null, 1]).toContain(name.districtId);
    expect([null, 11]).toContain(name.cityId);
  }
});

it('keeps who has no known sex in totals, out of breakdowns by it', () => {
  const cells = counted({ ...person, sex: null }).filter(({ count }) => count > 0);
  expect(cells.length).toBeGreaterThan(0);
  expect(cells.filter(({ name }) => name.SEX !== null)).toEqual([]);
});

it('keeps who lives elsewhere in the whole project alone', () => {
  const cells = counted({ ...person, cityId: 99, districtId: 9 }).filter(({ count }) => count > 0);
  expect(new Set(cells.map(({ name }) => name.level))).toEqual(new Set(['PROJECT']));
});

it('adds up: parts are the whole where everything is known', () => {
  const people = Array.from({ length: 50 }, (_, index) => ({
    ...person,
    key: index,
    cityId: [11, 12, 21][index % 3] ?? 11,
    districtId: [1, 1, 2][index % 3] ?? 1,
    ageBand: ['0-17', '65+'][index % 2] ?? '',
  }));
  const cells = counted(...people);
  const sum = (wanted: (name: (typeof cells)[number]['name']) => boolean) =>
    cells.filter(({ name }) => wanted(name)).reduce((total, { count }) => total + count, 0);
  const isTotal = (name: (typeof cells)[number]['name']) =>
    name.SEX === null && name.CATEGORY === null && name.COMPONENT === null;
  expect(sum((name) => name.level === 'PROJECT' && isTotal(name) && name.AGE_BAND === null)).toBe(50);
  expect(sum((name) => name.level === 'CITY' && isTotal(name) && name.AGE_BAND !== null)).toBe(50);
  expect(sum((name) => name.level === 'DISTRICT' && isTotal(name) && name.AGE_BAND === '65+')).toBe(25);
});
