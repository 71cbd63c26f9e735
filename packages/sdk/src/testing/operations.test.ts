import { readFile } from 'node:fs/promises';
import { buildSchema, isScalarType } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Operation } from '../index.ts';
import * as operations from '../operations.ts';
import type { Fill, Fixtures } from '../testing.ts';
import { problemsInAnswer } from './answer-problems.fixture.ts';
import { connect } from './connect.fixture.ts';
import { leafOf } from './leaf.ts';

const contract = buildSchema(
  await readFile(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'),
);
const fixtures: Fixtures = {
  activities: [
    { code: 'a', place: { __typename: 'District' }, participantsFrom: [{}], participantsCount: {} },
  ],
  cities: [{ code: 'pirot', figures: [{ target: {} }] }],
  components: [{ code: 'ECONOMIC' }],
  districts: [{ point: {} }],
  indicators: [{ code: 'grants' }],
  measurements: [{ disaggregation: [{}] }],
  networks: [{ members: [{}], memberCount: {} }],
  openCalls: [{}],
  organizations: [{ code: 'asb' }],
  projects: [
    { code: 'p', figures: [{ target: {} }], budgets: [{}], participations: [{}], sum: { parts: [{}] } },
  ],
  sources: [{ translationOf: {} }],
};
const variables = { project: 'p', city: 'pirot', indicator: 'grants', over: 'PLACE' };

describe.each<Fill>(['required', 'all'])('with %s samples', (fill) => {
  test.each(Object.entries(operations))('the answer to %s is of the contract', async (_name, operation) => {
    const { client } = connect(fixtures, { fill });
    const text = String(operation);
    const own = Object.fromEntries(
      Object.entries(variables).filter(
        ([name]) => text.includes(`$${name}:String!`) || (name === 'over' && text.includes('$over')),
      ),
    );
    const answer = await client.run(operation as Operation<object, object>, own);
    expect(problemsInAnswer(contract, text, answer)).toEqual([]);
    // Nothing that was looked for is missing.
    expect(Object.values(answer)).not.toContain(null);
  });
});

test('what does not fit would be found', () => {
  const text = '{ city(code: "pirot") { code district { code } point { latitude } } }';
  expect(problemsInAnswer(contract, text, { city: { code: 5, district: null } })).toEqual([
    '.city.code is 5',
    '.city.district is null',
    '.city.point is no object',
  ]);
});

test('every scalar of the contract has a sample that fits it', () => {
  for (const type of Object.values(contract.getTypeMap()).filter(isScalarType)) {
    expect(leafOf(type).fits(leafOf(type).sample), type.name).toBe(true);
  }
});
