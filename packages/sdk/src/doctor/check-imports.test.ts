import { describe, expect, test } from 'vitest';
import { EXPORTS } from '../generated/exports.ts';
import * as operations from '../operations.ts';
import { changeContract } from './contract.fixture.ts';
import { findIn, serveContract } from './partner.fixture.ts';

const texts = Object.fromEntries(Object.entries(operations).map(([name, text]) => [name, String(text)]));
const curated = { exports: { ...EXPORTS, Cities: 'Use Towns.' }, texts };

const MODULE = '@reintegration/sdk/operations';

describe('names from the operations', () => {
  test.each([
    ['import { Towns, Activities } from'],
    ['import { Towns as T, type CitiesQuery } from'],
    ['import sdk, { type Towns } from'],
    ['export { Towns as Cities } from'],
  ])('are looked up: %s', async (start) => {
    const found = await findIn({ 'a.ts': `${start} '${MODULE}';` }, { curated });
    const column = start.indexOf('Towns') + 1;
    expect(found).toEqual([`a.ts:1:${column} breaking Towns is not in @reintegration/sdk/operations.`]);
  });

  test.each([
    ['const { Towns: t } =', 'require'],
    ['const { Towns } = await', 'import'],
  ])('are looked up: %s %s', async (start, load) => {
    const found = await findIn({ 'a.ts': `${start} ${load}('${MODULE}');` }, { curated });
    expect(found).toEqual(['a.ts:1:9 breaking Towns is not in @reintegration/sdk/operations.']);
  });

  test('are looked up where the whole module is taken', async () => {
    const source = `import * as sdk from '${MODULE}';\nrun(sdk.Cities, sdk.Towns);\ntype A = sdk.CitiesQuary;`;
    expect(await findIn({ 'a.ts': source }, { curated })).toEqual([
      'a.ts:2:9 deprecated Cities is deprecated. Use Towns.',
      'a.ts:2:21 breaking Towns is not in @reintegration/sdk/operations.',
      'a.ts:3:14 breaking CitiesQuary is not in @reintegration/sdk/operations. Did you mean "CitiesQuery"?',
    ]);
    const type = `type A = import('${MODULE}').CityFigure;`;
    expect(await findIn({ 'a.ts': type }, { curated })).toEqual([
      'a.ts:1:50 breaking CityFigure is not in @reintegration/sdk/operations. Did you mean "CityFigures"?',
    ]);
  });

  test('of other modules are let be', async () => {
    const source = `import { Towns } from './towns'; import { Nothing } from '@reintegration/sdk';`;
    expect(await findIn({ 'a.ts': source }, { curated })).toEqual([]);
  });

  test('break when the gateway does not answer them', async () => {
    const url = await serveContract(changeContract({ 'City.registryNumber': 'gone' }));
    const source = `import { Cities, Districts } from '${MODULE}';`;
    expect(await findIn({ 'a.ts': source }, { curated, url })).toEqual([
      'a.ts:1:10 breaking The gateway does not answer Cities of the installed version: ' +
        'Cannot query field "registryNumber" on type "City". ' +
        'Install the version of @reintegration/sdk that fits the gateway.',
    ]);
  });
});

describe('what is told of the operations', () => {
  test('is what they export', () => {
    expect(Object.keys(EXPORTS)).toEqual(
      expect.arrayContaining([...Object.keys(operations), 'FigureFields', 'CitiesQueryVariables', 'Decimal']),
    );
  });
});
