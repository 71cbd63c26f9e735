import { encodeCursor } from '../../packages/schema/src/paging/cursor.ts';
import { encodeGlobalId } from '../../packages/schema/src/paging/global-id.ts';
import {
  asked,
  BAD_INPUT,
  BAD_REQUEST,
  got,
  type HostileRow,
  INVALID,
  posted,
  refusal,
  TOO_LARGE,
  UNREADABLE,
} from './row.ts';

const NODE = 'query ($id: ID!) { node(id: $id) { id } }';
const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
const SEARCH = 'query ($s: String) { cities(search: $s) { totalCount } }';
const IN_CITY = 'query ($c: String) { activities(filter: { city: $c }) { totalCount } }';
const FILTERED = 'query ($f: ActivityFilter) { activities(filter: $f) { totalCount } }';
const AFTER = 'query ($c: String) { cities(after: $c) { totalCount } }';
const ENROL = 'mutation ($i: EnrolBeneficiaryInput!) { enrolBeneficiary(input: $i) { __typename } }';
const SQL = `' OR 1=1; DROP TABLE city; --`;

const person = (city: string) => ({
  i: { project: 'reintegration-ii', beneficiary: { category: 'RETURNEE', city, enrolledIn: '2025-03' } },
});
/** A body with a text in the place of its variables, as no `JSON.stringify` would write it. */
const body = (query: string, variables: string): string =>
  `{"query":${JSON.stringify(query)},"variables":${variables}}`;
const deep = (open: string, close: string, depth: number, inner = ''): string =>
  `${open.repeat(depth)}${inner}${close.repeat(depth)}`;

const MADE_UP = encodeCursor('cities', 'pirot').replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
const FIND_NOTHING = { status: 200, data: { cities: { totalCount: 0 } } } as const;

/** Values that are made to be taken for something else, or to be more than is looked at. */
export const INPUTS: readonly HostileRow[] = [
  posted('bad-list-items/50000', TOO_LARGE, body(NODES, `{"ids":[${Array(50_000).fill('{}').join()}]}`)),
  posted(
    'bad-list-items/as-many-as-fit',
    BAD_INPUT,
    body(NODES, `{"ids":[${Array(33_000).fill('{}').join()}]}`),
  ),
  posted('bad-list-items/nulls', BAD_INPUT, body(NODES, `{"ids":[${Array(19_000).fill('null').join()}]}`)),
  asked('bad-list-items/literals', INVALID, `{ nodes(ids: [${'{} '.repeat(900)}]) { id } }`),
  posted('deep-json/variable', BAD_INPUT, body(NODES, `{"ids":${deep('[', ']', 40_000)}}`)),
  posted(
    'deep-json/page-size',
    BAD_INPUT,
    body('query ($n: Int) { cities(first: $n) { totalCount } }', `{"n":${deep('[', ']', 40_000)}}`),
  ),
  posted('deep-json/filter', BAD_INPUT, body(FILTERED, `{"f":${deep('{"a":', '}', 15_000, '1')}}`)),
  posted('deep-json/body', BAD_REQUEST, deep('[', ']', 45_000)),
  posted('deep-json/unclosed', BAD_REQUEST, '['.repeat(90_000)),
  posted(
    'deep-json/ignored',
    { status: 200, data: { __typename: 'Query' } },
    body('{ __typename }', `{"a":${deep('[', ']', 40_000)}}`),
  ),
  posted('proto/body', BAD_REQUEST, '{"query":"{ __typename }","__proto__":{"a":1}}'),
  posted('proto/variables', BAD_REQUEST, body('{ __typename }', '{"__proto__":{"first":1}}')),
  posted('proto/constructor', BAD_REQUEST, body('{ __typename }', '{"constructor":{"prototype":{"a":1}}}')),
  posted('proto/escaped', BAD_REQUEST, '{"query":"{ __typename }","\\u005f_proto__":{"a":1}}'),
  posted('proto/nested', BAD_REQUEST, body(FILTERED, '{"f":{"__proto__":{"city":"nis"}}}')),
  asked(
    'proto/variable',
    BAD_INPUT,
    'query ($__proto__: Int!) { cities(first: $__proto__) { totalCount } }',
    {},
  ),
  asked('proto/field', INVALID, '{ __proto__ { constructor } }'),
  asked('proto/argument', INVALID, '{ cities(__proto__: 1, constructor: 2) { totalCount } }'),
  asked('proto/id', { status: 200, data: { node: null } }, NODE, {
    id: encodeGlobalId('__proto__', 'constructor'),
  }),
  asked('sql-text/filter', BAD_INPUT, IN_CITY, { c: SQL }),
  asked(
    'sql-text/literal',
    BAD_INPUT,
    `{ activities(filter: { city: ${JSON.stringify(SQL)} }) { totalCount } }`,
  ),
  asked(
    'sql-text/codes',
    BAD_INPUT,
    'query ($i: [String!]) { project(code: "reintegration-ii") { figures(indicators: $i) { value } } }',
    { i: [SQL] },
  ),
  asked('sql-text/id', BAD_INPUT, NODE, { id: SQL }),
  asked('sql-text/cursor', BAD_INPUT, AFTER, { c: SQL }),
  asked('sql-text/page-size', BAD_INPUT, 'query ($n: Int) { cities(first: $n) { totalCount } }', { n: SQL }),
  asked(
    'sql-text/date',
    BAD_INPUT,
    'query ($d: PartialDate) { project(code: "reintegration-ii") { figures(during: $d) { value } } }',
    { d: SQL },
  ),
  asked('sql-text/document', UNREADABLE, SQL),
  asked('sql-text/search', FIND_NOTHING, SEARCH, { s: SQL }),
  asked('sql-text/wildcards', FIND_NOTHING, SEARCH, { s: '%_%' }),
  asked(
    'sql-text/code',
    { status: 200, data: { city: null } },
    'query ($c: String!) { city(code: $c) { code } }',
    { c: SQL },
  ),
  asked('node-ids/10000', BAD_INPUT, NODES, { ids: Array(10_000).fill('a') }),
  asked('node-ids/101', BAD_INPUT, `{ nodes(ids: ${JSON.stringify(Array(101).fill('a'))}) { id } }`),
  asked(
    'node-ids/default',
    BAD_INPUT,
    `query ($ids: [ID!]! = ${JSON.stringify(Array(101).fill('a'))}) { nodes(ids: $ids) { id } }`,
  ),
  asked('node-ids/length', BAD_INPUT, NODES, { ids: { length: 1e9 } }),
  asked('node-ids/made-up', BAD_INPUT, NODES, { ids: ['Q2l0eTpwaXJvdA==', 'x'] }),
  asked('node-ids/guarded', { status: 200, data: { node: null } }, NODE, {
    id: encodeGlobalId('Beneficiary', '00000000-0000-4000-8000-000000000000'),
  }),
  asked('hidden-fields-in-filters/salt', INVALID, '{ beneficiaries(filter: { salt: "a" }) { totalCount } }'),
  asked(
    'hidden-fields-in-filters/people',
    INVALID,
    '{ activities(filter: { beneficiary: { sex: FEMALE } }) { totalCount } }',
  ),
  asked(
    'hidden-fields-in-filters/status',
    INVALID,
    '{ measurements(filter: { status: PRELIMINARY }) { totalCount } }',
  ),
  asked(
    'hidden-fields-in-filters/operators',
    INVALID,
    '{ beneficiaries(filter: { OR: [{ birthYear: { lt: 2000 } }] }) { totalCount } }',
  ),
  asked(
    'hidden-fields-in-filters/order',
    INVALID,
    '{ beneficiaries(orderBy: { birthYear: ASC }) { totalCount } }',
  ),
  asked(
    'hidden-fields-in-filters/variable',
    BAD_INPUT,
    'query ($f: BeneficiaryFilter) { beneficiaries(filter: $f) { totalCount } }',
    { f: { enrolledBy: { code: 'idc' } } },
  ),
  asked('hidden-fields-in-filters/hash', INVALID, '{ apiKeys(filter: { hash: "a" }) { nodes { hash } } }'),
  asked(
    'hidden-fields-in-filters/nobody',
    { status: 200, data: { beneficiaries: { totalCount: 0 } } },
    '{ beneficiaries(filter: { city: "pirot" }) { totalCount } }',
  ),
  asked('forged-cursors/made-up', BAD_INPUT, '{ cities(after: "YWJj") { totalCount } }'),
  asked('forged-cursors/variable', BAD_INPUT, AFTER, { c: MADE_UP }),
  asked('forged-cursors/other-list', BAD_INPUT, AFTER, { c: encodeCursor('sources', 'pirot') }),
  asked(
    'forged-cursors/before',
    BAD_INPUT,
    'query ($c: String) { measurements(before: $c) { totalCount } }',
    { c: MADE_UP },
  ),
  asked('forged-cursors/long', BAD_INPUT, AFTER, { c: 'A'.repeat(90_000) }),
  asked(
    'forged-cursors/guarded',
    BAD_INPUT,
    'query ($c: String) { beneficiaries(after: $c) { totalCount } }',
    { c: MADE_UP },
  ),
  asked('forged-cursors/keys', BAD_INPUT, '{ apiKeys(after: "YWJj") { totalCount } }'),
  asked('nul/search', BAD_INPUT, SEARCH, { s: 'ni\0s' }),
  asked('nul/literal', BAD_INPUT, '{ cities(search: "ni\\u0000s") { totalCount } }'),
  asked('nul/filter', BAD_INPUT, FILTERED, { f: { city: '\0' } }),
  asked('nul/code', BAD_INPUT, '{ city(code: "\\u0000") { code } }'),
  asked('nul/id', BAD_INPUT, NODE, { id: '\0' }),
  asked('nul/within-id', BAD_INPUT, NODE, { id: encodeGlobalId('City', 'pi\0rot') }),
  asked('nul/within-cursor', BAD_INPUT, AFTER, { c: encodeCursor('cities', 'pi\0rot') }),
  asked(
    'nul/list',
    BAD_INPUT,
    'query ($i: [String!]) { project(code: "reintegration-ii") { figures(indicators: $i) { value } } }',
    { i: ['\0'] },
  ),
  asked('nul/change', BAD_INPUT, ENROL, person('\0')),
  asked(
    'nul/unasked',
    BAD_INPUT,
    'query ($s: String) { __typename cities(search: $s) @skip(if: true) { totalCount } }',
    { s: '\0' },
  ),
  asked('nul/document', UNREADABLE, '{ data\0Version }'),
  posted(
    'nul/operation-name',
    refusal(400, 'OPERATION_RESOLUTION_FAILURE'),
    '{"query":"query A { __typename }","operationName":"A\\u0000"}',
  ),
  posted('nul/unescaped', BAD_REQUEST, '{"query":"{ __typename }","operationName":"\0"}'),
  posted('nul/address', refusal(404, 'BAD_REQUEST'), '{"query":"{ __typename }"}', undefined, '/graphql%00'),
  got('nul/get', BAD_INPUT, { query: SEARCH, variables: '{"s":"\\u0000"}' }),
  posted('lone-surrogates/search', BAD_INPUT, body(SEARCH, '{"s":"\\ud800"}')),
  posted('lone-surrogates/second-half', BAD_INPUT, body(SEARCH, '{"s":"\\udc00\\ud800"}')),
  posted('lone-surrogates/filter', BAD_INPUT, body(FILTERED, '{"f":{"city":"\\ud800"}}')),
  posted('lone-surrogates/id', BAD_INPUT, body(NODE, '{"id":"\\ud800"}')),
  posted('lone-surrogates/cursor', BAD_INPUT, body(AFTER, '{"c":"\\ud800"}')),
  posted(
    'lone-surrogates/change',
    BAD_INPUT,
    body(ENROL, JSON.stringify(person('?')).replace('?', '\\ud800')),
  ),
  posted(
    'lone-surrogates/literal',
    UNREADABLE,
    '{"query":"{ cities(search: \\"\\\\ud800\\") { totalCount } }"}',
  ),
  posted(
    'lone-surrogates/document',
    UNREADABLE,
    '{"query":"{ cities(search: \\"\\ud800\\") { totalCount } }"}',
  ),
  posted(
    'lone-surrogates/bytes',
    FIND_NOTHING,
    Buffer.from([
      ...Buffer.from('{"query":"{ cities(search: \\"'),
      0xed,
      0xa0,
      0x80,
      ...Buffer.from('\\") { totalCount } }"}'),
    ]),
  ),
];
