import { expect, it } from 'vitest';
import { maximumEntropy } from './maximum-entropy.ts';

const die = [1, 2, 3, 4, 5, 6];

it('says nothing beyond what is asked', () => {
  for (const probability of maximumEntropy({ support: die, mean: 3.5, variance: null })) {
    expect(probability).toBeCloseTo(1 / 6, 12);
  }
});

it('loads a die towards its mean, each side by the same factor', () => {
  const probabilities = maximumEntropy({ support: die, mean: 4.5, variance: null });
  const factors = probabilities
    .slice(1)
    .map((probability, index) => probability / (probabilities[index] ?? 1));
  for (const factor of factors) expect(factor).toBeCloseTo(1.449254, 5);
});

it('is a bell where mean and variance are given', () => {
  const support = Array.from({ length: 41 }, (_, index) => index - 20);
  const [below, middle, above] = maximumEntropy({ support, mean: 0, variance: 9 }).slice(19, 22);
  expect(below).toBeCloseTo(above ?? 0, 12);
  expect(middle).toBeCloseTo(1 / Math.sqrt(2 * Math.PI * 9), 6);
});

it.each([
  ['a mean outside', { support: die, mean: 7, variance: null }],
  ['too little variance', { support: [0, 5, 6], mean: 2, variance: 5 }],
  ['too much variance', { support: [0, 5, 6], mean: 2, variance: 9 }],
])('refuses %s', (_what, demand) => {
  expect(() => maximumEntropy(demand)).toThrow('No distribution on');
});
