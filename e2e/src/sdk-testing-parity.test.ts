import { type Client, createClient, isApiError, type Operation } from '@reintegration/sdk';
import { createTestGateway, type Fixtures } from '@reintegration/sdk/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltGateway, startBuiltGateway } from './gateway.ts';

let gateway: BuiltGateway;
let real: Client;
let kit: Client;
beforeAll(async () => {
  gateway = await startBuiltGateway();
  real = createClient({ url: gateway.url });
  const { fetch } = createTestGateway(await readFixtures());
  kit = createClient({ url: gateway.url, fetch });
}, 180_000);
afterAll(() => gateway?.close());

type Variables = { readonly first?: number; readonly after?: string | null };
type Page = {
  readonly nodes: readonly object[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

/** What the gateway publishes, as far as lists are narrowed by it. */
const LISTS = {
  activities: 'code title { } type component { code } project { code } place { __typename code }',
  cities: 'code name { } district { code }',
  indicators: 'code name { } definition { } component { code }',
  measurements:
    'value kind indicator { code } project { code } place { __typename code } period { start end isOpen }',
  openCalls: 'code activity { code }',
  organizations: 'code name { }',
  projects:
    'code title { } figures { value qualifier indicator { code } place { __typename code } period { start end isOpen } }',
  sources: 'code title',
};
const LOCALES = ['EN', 'SR_LATN', 'SR_CYRL'];

async function readFixtures(): Promise<Fixtures> {
  const lists = await Promise.all(
    Object.entries(LISTS).map(async ([name, fields]) => [name, await readList(name, fields)] as const),
  );
  return Object.fromEntries(lists);
}

async function readList(name: string, fields: string): Promise<object[]> {
  const inAllLocales = fields.replaceAll(/(\w+) \{ \}/g, (_text, field) =>
    LOCALES.map((locale) => `${field}__${locale}: ${field}(locale: ${locale})`).join(' '),
  );
  const text = `query ($first: Int, $after: String) { list: ${name}(first: $first, after: $after) { nodes { ${inAllLocales} } totalCount pageInfo { hasNextPage endCursor } } }`;
  const nodes: object[] = [];
  for await (const node of real.items(text as Operation<{ list: Page }, Variables>, {}, { pageSize: 10 })) {
    nodes.push(withTexts(node as Record<string, unknown>));
  }
  return nodes;
}

/** Puts a text’s languages together: the fixture of `name` from `name__EN` and the others. */
function withTexts(node: Record<string, unknown>): object {
  const fixture: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    const [field = '', locale] = key.split('__');
    if (locale === undefined || field === '') fixture[key] = value;
    else if (value === null) fixture[field] = null;
    else fixture[field] = { ...(fixture[field] as object), [locale]: value };
  }
  return fixture;
}

/** The data, or what was refused and why. */
async function answerOf(client: Client, text: string): Promise<unknown> {
  try {
    return await client.run(text as Operation<unknown, Record<string, never>>);
  } catch (error) {
    if (!isApiError(error)) throw error;
    const { code, path, status, message } = error;
    // The words of a parser are its own.
    return { code, path, status, ...(code === 'BAD_USER_INPUT' && { message }) };
  }
}

const page = '{ totalCount nodes { code } pageInfo { hasNextPage hasPreviousPage } }';
const figure = '{ value qualifier indicator { code } place { code } period { start end isOpen } }';
const values = '{ totalCount nodes { value kind indicator { code } place { code } } }';

test.each([
  `{ cities ${page} }`,
  `{ cities(first: 7) ${page} }`,
  `{ cities(last: 7) ${page} }`,
  `{ cities(first: 100) ${page} }`,
  `{ cities(search: "kruševac") ${page} }`,
  `{ cities(search: " КРУ ") ${page} }`,
  `{ cities(search: "") ${page} }`,
  `{ cities(district: "rasinski", first: 2) ${page} }`,
  `{ cities(district: "nowhere") ${page} }`,
  `{ city(code: "novi-pazar") { code name cyrillic: name(locale: SR_CYRL) district { code } } }`,
  `{ city(code: "nowhere") { code } }`,
  `{ activities(filter: { type: SEMINAR }) ${page} }`,
  `{ activities(filter: { component: ECONOMIC, city: "novi-pazar" }) ${page} }`,
  `{ activities(filter: { project: "reintegration-ii" }) ${page} }`,
  `{ activities(filter: { search: "pazar" }) ${page} }`,
  `{ indicators(filter: { component: PSYCHOSOCIAL }) ${page} }`,
  `{ indicators(filter: { project: "reintegration-ii", search: "grant" }) ${page} }`,
  `{ indicators(filter: { search: "женa" }) ${page} }`,
  `{ organizations(search: "sandžak") ${page} }`,
  `{ organizations(search: "савез") ${page} }`,
  `{ projects(search: "REINTEGRATION") ${page} }`,
  `{ openCalls(project: "reintegration-ii") ${page} }`,
  `{ sources(first: 3) ${page} }`,
  `{ project(code: "reintegration-ii") { figures(during: "2023") ${figure} } }`,
  `{ project(code: "reintegration-ii") { figures(during: "2023-05") ${figure} } }`,
  `{ project(code: "reintegration-ii") { figures(component: ECONOMIC) ${figure} } }`,
  `{ project(code: "reintegration-ii") { figures(indicators: ["workshops-held", "none"]) ${figure} } }`,
  `{ project(code: "reintegration-ii") { figures(indicators: []) ${figure} } }`,
  `{ city(code: "novi-pazar") { figures ${figure} } }`,
  `{ city(code: "novi-pazar") { figures(indicators: ["good-neighbor-club-participants"]) ${figure} } }`,
  `{ districts { code cities { code } } }`,
  `{ measurements(first: 100) ${values} }`,
  `{ measurements(filter: { kind: TARGET }) ${values} }`,
  `{ measurements(filter: { component: ECONOMIC }) ${values} }`,
  `{ measurements(filter: { city: "novi-pazar" }) ${values} }`,
  `{ measurements(filter: { indicator: "self-employment-grants", project: "reintegration-ii" }) ${values} }`,
  `{ cities(first: 0) ${page} }`,
  `{ cities(last: 101) ${page} }`,
  `{ cities(first: 1, last: 1) ${page} }`,
  `{ cities(after: "made up") ${page} }`,
  `{ cities(before: "made up") ${page} }`,
  'query { cities(first: "x") { totalCount } }',
  'query ($n: Int!) { cities(first: $n) { totalCount } }',
  '{ weather }',
  '{',
])('the test kit answers as the gateway does: %s', async (text) => {
  expect(await answerOf(kit, text)).toEqual(await answerOf(real, text));
});

test('both turn pages alike', async () => {
  const text =
    'query ($first: Int, $after: String) { cities(first: $first, after: $after) { nodes { code } pageInfo { hasNextPage hasPreviousPage endCursor } } }';
  const walk = async (client: Client) => {
    const pages: unknown[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const operation = text as Operation<{ cities: Page }, Variables>;
      const answer: { cities: Page } = await client.run(operation, { first: 9, after });
      const { nodes, pageInfo } = answer.cities;
      const { hasNextPage, endCursor, ...rest } = pageInfo;
      pages.push([nodes, hasNextPage, rest]);
      [more, after] = [hasNextPage, endCursor];
    }
    return pages;
  };
  expect(await walk(kit)).toEqual(await walk(real));
});
