import { readFile } from 'node:fs/promises';
import { buildClientSchema, buildSchema, parse, printSchema, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plugin } from '../codegen/contract-plugin.ts';
import { startGateway } from './gateway.fixture.ts';
import { graphql } from './graphql.ts';
import { createClient } from './index.ts';

const contract = await readFile(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
const generated = (name: string) => readFile(new URL(`./generated/${name}`, import.meta.url), 'utf8');

const Name = graphql('fragment Name on City { code name(locale: $locale) }');
const InDistrict = graphql('fragment InDistrict on City { ...Name district { code } }', [Name]);
const Located = graphql('fragment Located on City { ...Name point { latitude } }', [Name]);

describe('a text', () => {
  test('is what is sent', () => {
    expect(graphql('{ dataVersion }')).toBe('{ dataVersion }');
    expect(graphql('query A { dataVersion }', [])).toBe('query A { dataVersion }');
  });

  test('brings its fragments along, each of them once', () => {
    const text = String(
      graphql('query ($code: String!, $locale: Locale) { city(code: $code) { ...InDistrict ...Located } }', [
        InDistrict,
        Located,
        Name,
      ]),
    );
    const names = parse(text).definitions.map((node) => 'name' in node && node.name?.value);
    expect(names).toEqual([undefined, 'InDistrict', 'Name', 'Located']);
    expect(validate(buildSchema(contract), parse(text))).toEqual([]);
  });
});

describe('at a gateway', () => {
  let gateway: Awaited<ReturnType<typeof startGateway>>;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.close());

  test('runs', async () => {
    const CityName = graphql(
      'query ($code: String!, $locale: Locale) { city(code: $code) { ...InDistrict } }',
      [InDistrict],
    );
    const { city } = await createClient(gateway).run(CityName, { code: 'novi-pazar', locale: 'SR_CYRL' });
    expect(city).toEqual({ code: 'novi-pazar', name: 'Нови Пазар', district: { code: 'raski' } });
  });

  test('reads lists to their end', async () => {
    const List = graphql(`query ($first: Int, $after: String) {
      cities(first: $first, after: $after) { nodes { code } pageInfo { hasNextPage endCursor } }
    }`);
    const codes: string[] = [];
    for await (const { code } of createClient(gateway).items(List, {}, { pageSize: 4 })) codes.push(code);
    expect(codes).toHaveLength(6);
  });
});

describe('the contract for other tools', () => {
  test('is the printed one', async () => {
    expect(await generated('schema.graphql')).toBe(contract);
    const { __schema } = JSON.parse(await generated('introspection.json'));
    expect(printSchema(buildClientSchema({ __schema }))).toBe(contract.trimEnd());
  });

  test('cannot have a scalar without a type', () => {
    const schema = buildSchema(`${contract}\nscalar Colour\nextend type City { colour: Colour }`);
    expect(() => plugin(schema, [], {})).toThrow('Scalar Colour: say in codegen/type-text.ts');
  });
});
