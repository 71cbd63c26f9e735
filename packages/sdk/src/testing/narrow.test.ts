import { isInputObjectType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import type { Operation } from '../index.ts';
import type { Fixtures } from '../testing.ts';
import { connect } from './connect.fixture.ts';
import { contractSchema, itemTypeOf } from './contract.ts';
import { narrows } from './narrow.ts';

const period = (start: string, end: string | null = start) => ({ start, end });
const economic = { code: 'ECONOMIC' };
const fixtures: Fixtures = {
  indicators: [
    { code: 'grants', name: 'Grants', component: economic },
    { code: 'visits', name: 'Visits', definition: { SR_CYRL: 'Посете Ђакону' } },
  ],
  projects: [
    {
      code: 'p',
      title: { EN: 'Kruševac', SR_CYRL: 'Крушевац' },
      figures: [
        { value: '1', indicator: { code: 'grants' }, period: period('2023-01', '2023-12') },
        { value: '2', indicator: { code: 'visits' }, period: period('2023', '2024') },
        { value: '3', indicator: { code: 'visits' }, period: period('2023', null) },
      ],
    },
    { code: 'q', title: 'Other' },
  ],
  activities: [
    {
      code: 'a',
      title: 'Žurka',
      type: 'SEMINAR',
      place: { __typename: 'City', code: 'bor' },
      project: { code: 'p' },
    },
    { code: 'b', component: economic, type: 'TRAINING', place: { __typename: 'District', code: 'bor' } },
  ],
  cities: [
    { code: 'bor', name: 'Bor', district: { code: 'borski' } },
    { code: 'nis', name: { SR_CYRL: 'Ниш' } },
  ],
  measurements: [
    {
      value: '1',
      kind: 'TARGET',
      indicator: { code: 'grants' },
      project: { code: 'p' },
      place: { __typename: 'City', code: 'bor' },
    },
    {
      value: '2',
      kind: 'ACTUAL',
      indicator: { code: 'visits' },
      project: { code: 'q' },
      place: { __typename: 'District', code: 'bor' },
    },
  ],
  openCalls: [
    { code: 'c', activity: { code: 'a' } },
    { code: 'd', activity: { code: 'b' } },
  ],
  organizations: [
    { code: 'asb', name: 'Arbeiter', acronym: 'ASB' },
    { code: 'm', name: 'Merhamet Sandžak' },
  ],
};
const { client } = connect(fixtures);

test.each([
  ['activities(filter: { city: "bor" })', ['a']],
  ['activities(filter: { component: ECONOMIC })', ['b']],
  ['activities(filter: { project: "p" })', ['a']],
  ['activities(filter: { type: TRAINING })', ['b']],
  ['activities(filter: { search: "zurk" })', ['a']],
  ['activities(filter: { type: TRAINING, city: "bor" })', []],
  ['activities(filter: null)', ['a', 'b']],
  ['cities(district: "borski")', ['bor']],
  ['cities(search: "niš")', ['nis']],
  ['cities(search: " NIS ")', ['nis']],
  ['cities(search: "")', ['bor', 'nis']],
  ['indicators(filter: { component: ECONOMIC })', ['grants']],
  ['indicators(filter: { project: "q" })', ['visits']],
  ['indicators(filter: { search: "djakon" })', ['visits']],
  ['openCalls(project: "p")', ['c']],
  ['organizations(search: "asb")', []],
  ['organizations(search: "sandzak")', ['m']],
  ['projects(search: "крушев")', ['p']],
  ['projects(search: "krusev")', ['p']],
])('%s', async (list, codes) => {
  const operation = `{ list: ${list} { totalCount nodes { code } } }` as Operation<
    { list: { totalCount: number; nodes: { code: string }[] } },
    Record<string, never>
  >;
  const answer = await client.run(operation);
  expect(answer.list.nodes.map(({ code }) => code)).toEqual(codes);
  expect(answer.list.totalCount).toBe(codes.length);
});

test.each([
  ['measurements(filter: { city: "bor" }) { values: nodes { value } }', ['1']],
  ['measurements(filter: { district: "bor" }) { values: nodes { value } }', ['2']],
  ['measurements(filter: { component: ECONOMIC }) { values: nodes { value } }', ['1']],
  ['measurements(filter: { indicator: "visits" }) { values: nodes { value } }', ['2']],
  ['measurements(filter: { kind: ACTUAL }) { values: nodes { value } }', ['2']],
  ['measurements(filter: { project: "p" }) { values: nodes { value } }', ['1']],
  ['project(code: "p") { values: figures(during: "2023") { value } }', ['1']],
  ['project(code: "p") { values: figures(during: "2023-01") { value } }', []],
  ['project(code: "p") { values: figures(component: ECONOMIC) { value } }', ['1']],
  ['project(code: "p") { values: figures(indicators: ["visits", "x"]) { value } }', ['2', '3']],
  ['project(code: "p") { values: figures(indicators: []) { value } }', []],
])('%s', async (list, values) => {
  const operation = `{ of: ${list} }` as Operation<
    { of: { values: { value: string }[] } },
    Record<string, never>
  >;
  expect((await client.run(operation)).of.values.map(({ value }) => value)).toEqual(values);
});

test.each([
  ['city: "bor"', 2],
  ['category: RETURNEE', 1],
  ['kind: PERSON, city: "bor"', 1],
  ['project: "q"', 0],
])('beneficiaries(filter: { %s })', async (filter, count) => {
  const beneficiaries = [
    { kind: 'PERSON', category: 'RETURNEE', city: { code: 'bor' }, project: { code: 'p' } },
    { kind: 'HOUSEHOLD', category: 'HARD_TO_EMPLOY', city: { code: 'bor' }, project: { code: 'p' } },
  ] as const;
  const operation = `{ beneficiaries(filter: { ${filter} }) { totalCount } }` as Operation<
    { beneficiaries: { totalCount: number } },
    Record<string, never>
  >;
  const answer = await connect({ beneficiaries }).client.run(operation);
  expect(answer.beneficiaries.totalCount).toBe(count);
});

/** What turns pages, finds one record, or says how an answer is told. */
const OTHERWISE = new Set('first last after before code id ids locale filter'.split(' '));
/** Fixtures know one state and no history, and a sum or a table of counts is what it is given as. */
const WITHOUT_EFFECT = [
  'asOf',
  'FigureSum.during',
  'FigureSum.indicator',
  'FigureSum.over',
  'Statistics.by',
  'Statistics.level',
  'Statistics.project',
  'Statistics.release',
  'StatisticsRelease.project',
];

test('knows every argument by which the contract narrows', () => {
  const unknown = Object.values(contractSchema().getTypeMap())
    .filter(({ name }) => name !== 'Mutation')
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) => Object.values(isObjectType(type) ? type.getFields() : {}))
    .flatMap(({ type, args }) =>
      args.flatMap((arg) => {
        const members = isInputObjectType(arg.type) ? Object.keys(arg.type.getFields()) : [];
        return [arg.name, ...members].map((name) => ({ type: itemTypeOf(type).name, name }));
      }),
    )
    .filter(({ type, name }) => !OTHERWISE.has(name) && !narrows(type, name))
    .map(({ type, name }) => (name === 'asOf' ? name : `${type}.${name}`));
  expect([...new Set(unknown)].sort()).toEqual(WITHOUT_EFFECT.sort());
});
