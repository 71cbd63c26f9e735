import { describe, expect, test } from 'vitest';
import type { Operation } from '../index.ts';
import {
  Cities,
  CityFigures,
  DataVersion,
  Districts,
  IndicatorSum,
  Measurements,
  ProjectFigures,
} from '../operations.ts';
import { connect } from './connect.fixture.ts';

type Variables = Record<string, unknown>;
const query = (text: string) => text as Operation<Record<string, unknown>, Variables>;

describe('what was given', () => {
  test('is found by its code, and nothing else is', async () => {
    const { client } = connect({ cities: [{ code: 'pirot', name: 'Pirot' }] });
    expect((await client.run(CityFigures, { city: 'pirot' })).city?.name).toBe('Pirot');
    expect((await client.run(CityFigures, { city: 'nis' })).city).toBeNull();
  });

  test('is listed in the order of the codes, however deep it was given', async () => {
    const { client } = connect({
      cities: [{ code: 'vranje' }, { code: 'bor' }],
      projects: [{ code: 'p', cities: [{ code: 'nis' }, { code: 'bor' }] }],
    });
    const { cities } = await client.run(Cities);
    expect(cities.nodes.map(({ code }) => code)).toEqual(['bor', 'nis', 'vranje']);
    expect(cities.totalCount).toBe(3);
  });

  test('is one record wherever it is named', async () => {
    const { client } = connect({
      cities: [{ code: 'pirot', district: { code: 'pirotski' } }],
      districts: [{ code: 'pirotski', name: 'Pirotski okrug' }],
    });
    expect((await client.run(Cities)).cities.nodes[0]?.district.name).toBe('Pirotski okrug');
    const back = await client.run(query('{ city(code: "pirot") { district { cities { code } } } }'));
    expect(back).toEqual({ city: { district: { cities: [{ code: 'pirot' }] } } });
    const { districts } = await client.run(Districts);
    expect(districts.map(({ cities }) => cities.map(({ code }) => code))).toEqual([['pirot']]);
  });

  test('is found by its global id, whether alone or among others', async () => {
    const { client } = connect({
      cities: [{ code: 'pirot' }],
      measurements: [{ value: '7' }, { value: '8' }],
    });
    const { measurements } = await client.run(query('{ measurements { nodes { id value } } }'));
    const { nodes } = measurements as { nodes: { id: string; value: string }[] };
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(2);
    const all = query(
      'query ($id: ID!, $ids: [ID!]!) { node(id: $id) { __typename id } nodes(ids: $ids) { id } }',
    );
    const ids = [...nodes.map(({ id }) => id), 'none'];
    expect(await client.run(all, { id: ids[1], ids })).toEqual({
      node: { __typename: 'Measurement', id: ids[1] },
      nodes: [{ id: ids[0] }, { id: ids[1] }, null],
    });
  });

  test('is answered in the language that is asked for, else in another', async () => {
    const name = { EN: 'Pirot', SR_CYRL: 'Пирот' };
    const { client } = connect({ cities: [{ code: 'pirot', name }] });
    const nameIn = async (locale: 'EN' | 'SR_LATN' | 'SR_CYRL') =>
      (await client.run(CityFigures, { city: 'pirot' }, { locale })).city?.name;
    expect([await nameIn('EN'), await nameIn('SR_CYRL'), await nameIn('SR_LATN')]).toEqual([
      'Pirot',
      'Пирот',
      'Pirot',
    ]);
    const asked = await client.run(CityFigures, { city: 'pirot', locale: 'SR_CYRL' });
    expect(asked.city?.name).toBe('Пирот');
  });

  test('may be a function of what is asked for', async () => {
    const { client } = connect({
      indicators: [{ code: 'grants', name: 'Grants' }],
      projects: [
        {
          code: 'p',
          sum: ({ indicator, over }) =>
            over === 'PLACE' ? { value: '5', indicator: { code: indicator } } : null,
        },
      ],
    });
    const sumOver = async (over: 'PLACE' | 'PERIOD') =>
      (await client.run(IndicatorSum, { project: 'p', indicator: 'grants', over })).project?.sum;
    expect(await sumOver('PLACE')).toMatchObject({
      value: '5',
      indicator: { code: 'grants', name: 'Grants' },
    });
    expect(await sumOver('PERIOD')).toBeNull();
  });

  test('answers for what it was given for: a sum of another indicator is none', async () => {
    const { client } = connect({
      projects: [{ code: 'p', sum: { value: '5', indicator: { code: 'grants' } } }],
    });
    const sumOf = async (indicator: string) =>
      (await client.run(IndicatorSum, { project: 'p', indicator, over: 'PLACE' })).project?.sum?.value;
    expect([await sumOf('grants'), await sumOf('jobs')]).toEqual(['5', undefined]);
  });

  test('may hold values that a later contract adds', async () => {
    const figures = [{ qualifier: 'ALMOST', value: '9' }];
    const { client } = connect({ projects: [{ code: 'p', figures }] });
    const { project } = await client.run(ProjectFigures, { project: 'p' });
    expect(project?.figures[0]?.qualifier).toBe('ALMOST');
  });
});

describe('what was not given', () => {
  test('is null or empty where the contract allows it, and a sample elsewhere', async () => {
    const { client } = connect({ cities: [{ code: 'pirot' }] });
    expect((await client.run(Cities)).cities.nodes).toEqual([
      {
        id: expect.any(String),
        code: 'pirot',
        name: 'Sample name of pirot',
        registryNumber: null,
        geonamesId: null,
        district: { code: 'sample-district', name: 'Sample name of sample-district' },
        point: null,
      },
    ]);
  });

  test('is a sample everywhere, if that is wanted', async () => {
    const { client } = connect({ cities: [{ code: 'pirot' }] }, { fill: 'all' });
    expect((await client.run(Cities)).cities.nodes[0]).toMatchObject({
      registryNumber: 'Sample registry number of pirot',
      geonamesId: 1,
      point: { latitude: 0, longitude: 0 },
    });
  });

  test('is the same each time', async () => {
    const fixtures = { projects: [{ code: 'p', figures: [{ value: '1' }, { value: '2' }] }, {}] };
    const [one, other] = [connect(fixtures, { fill: 'all' }), connect(fixtures, { fill: 'all' })];
    const answer = await one.client.run(ProjectFigures, { project: 'p' });
    await other.client.run(Cities);
    expect(await other.client.run(ProjectFigures, { project: 'p' })).toEqual(answer);
  });

  test('is of where it was given: a figure’s project, place and measurement', async () => {
    const { client } = connect({
      projects: [
        { code: 'p', figures: [{ value: '42', indicator: { code: 'grants' }, target: { value: '60' } }] },
      ],
      cities: [{ code: 'pirot', figures: [{ value: '3' }] }],
    });
    const text =
      '{ project(code: "p") { figures { project { code } place { code } measurement { value kind indicator { code } } target { kind value } } } city(code: "pirot") { figures { place { code } } } }';
    expect(await client.run(query(text))).toEqual({
      project: {
        figures: [
          {
            project: { code: 'p' },
            place: { code: 'p' },
            measurement: { value: '42', kind: 'ACTUAL', indicator: { code: 'grants' } },
            target: { kind: 'TARGET', value: '60' },
          },
        ],
      },
      city: { figures: [{ place: { code: 'pirot' } }] },
    });
  });
});

describe('a change', () => {
  test('is seen with a new data version, and changes what it gives alone', async () => {
    const { gateway, client } = connect({ cities: [{ code: 'pirot', name: 'Pirot', geonamesId: 5 }] });
    expect(await client.run(DataVersion)).toEqual({ dataVersion: 1 });
    expect(gateway.publish({ cities: [{ code: 'pirot', name: 'Pirot!' }, { code: 'bor' }] })).toBe(2);
    const { cities } = await client.run(Cities);
    expect(cities.nodes.map(({ name, geonamesId }) => [name, geonamesId])).toEqual([
      ['Sample name of bor', null],
      ['Pirot!', 5],
    ]);
    expect([gateway.publish(), gateway.dataVersion]).toEqual([3, 3]);
    expect(await client.run(DataVersion)).toEqual({ dataVersion: 3 });
  });

  test('takes the place of what was part of a record', async () => {
    const place = { __typename: 'City', code: 'pirot' } as const;
    const figures = (value: string) => [{ value, place, target: { value: `${value}0` } }];
    const { gateway, client } = connect({ projects: [{ code: 'p', figures: figures('1') }] });
    gateway.publish({ projects: [{ code: 'p', figures: figures('2') }] });
    expect(
      (await client.run(CityFigures, { city: 'pirot' })).city?.figures.map(({ value }) => value),
    ).toEqual(['2']);
    const { measurements } = await client.run(Measurements);
    expect(measurements.nodes.map(({ value }) => value)).toEqual(['20']);
  });

  test('that does not fit changes nothing', async () => {
    const { gateway, client } = connect({ cities: [{ code: 'pirot' }] });
    expect(() => gateway.publish({ cities: [{ code: 'bor' }, { nmae: 'x' } as object] })).toThrow('nmae');
    expect([gateway.dataVersion, (await client.run(Cities)).cities.totalCount]).toEqual([1, 1]);
  });

  test('is forgotten by reset, as are requests and failures', async () => {
    const { gateway, client } = connect({}, { dataVersion: 7 });
    gateway.publish({ cities: [{ code: 'bor' }] });
    await client.run(Cities);
    gateway.fail('not-a-gateway', { times: Infinity });
    gateway.reset();
    expect(gateway.requests).toEqual([]);
    expect((await client.run(Cities)).cities.totalCount).toBe(0);
    expect(gateway.dataVersion).toBe(7);
  });
});

test('tells what it was asked', async () => {
  const { gateway, client } = connect({}, {}, { auth: 'token', headers: { 'X-Mine': 'yes' } });
  await client.run(Cities, { district: 'pirotski' }, { locale: 'SR_LATN' });
  expect(gateway.requests).toMatchObject([
    {
      method: 'GET',
      operationName: 'Cities',
      query: expect.stringMatching(/^query Cities\(/),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      variables: { district: 'pirotski' },
      headers: { authorization: 'Bearer token', 'x-mine': 'yes', 'accept-language': 'sr-latn' },
    },
  ]);
});
