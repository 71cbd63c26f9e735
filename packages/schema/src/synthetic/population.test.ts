import { expect, it } from 'vitest';
import { makePopulation, SYNTHETIC_CITIES } from './population.ts';
import { createRandom } from './random.ts';

const make = (count: number, seed: number) => [...makePopulation({ count, seed })];

it('makes the same people from the same seed, and others from another', () => {
  expect(make(200, 7)).toEqual(make(200, 7));
  const ids = new Set(make(200, 7).map(({ id }) => id));
  expect(make(200, 8).filter(({ id }) => ids.has(id))).toEqual([]);
});

it('makes the first of many the same as of few', () => {
  expect(make(300, 7).slice(0, 200)).toEqual(make(200, 7));
});

it('stays the same for ever', () => {
  expect(make(1, 7)).toMatchInlineSnapshot(`
    [
      {
        "birthYear": 2021,
        "category": "RETURNEE",
        "city": "novi-pazar",
        "enrolledIn": "2025-02",
        "id": "79cdaefd-7eb9-8d8d-a856-7cdd4f1aad67",
        "sex": "FEMALE",
        "support": [
          {
            "component": "PSYCHOSOCIAL",
            "endsOn": "2025-08",
            "id": "0b12c535-1e18-8091-9d85-82c88af457a1",
            "startsOn": "2025-08",
            "type": "INCLUSIVE_WORKSHOP",
          },
        ],
      },
    ]
  `);
});

it('gives every record an id of its own, which says that it is no random one', () => {
  const ids = make(3_000, 7).flatMap(({ id, support }) => [id, ...support.map((each) => each.id)]);
  expect(new Set(ids).size).toBe(ids.length);
  const marked = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  expect(ids.filter((id) => !marked.test(id))).toEqual([]);
});

it('spreads people unevenly, so that many cells are small', () => {
  const people = make(3_000, 7);
  const sizes = SYNTHETIC_CITIES.map((city) => people.filter((person) => person.city === city).length);
  expect(Math.max(...sizes)).toBeGreaterThan(800);
  expect(Math.min(...sizes)).toBeLessThan(80);
  expect(Math.min(...sizes)).toBeGreaterThan(20);
});

it('draws numbers evenly', () => {
  const random = createRandom(1);
  const drawn = Array.from({ length: 60_000 }, () => random.between(1, 6));
  for (const face of [1, 2, 3, 4, 5, 6]) {
    expect(drawn.filter((each) => each === face).length / drawn.length).toBeCloseTo(1 / 6, 2);
  }
  expect(() => random.pick([])).toThrow('nothing to choose');
});
