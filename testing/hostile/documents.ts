import { asked, BAD_INPUT, type HostileRow, INVALID, TOO_MUCH, UNREADABLE } from './row.ts';

/** A text so many times, with its number in it. */
const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const nested = (open: string, depth: number, inner = 'code'): string =>
  `${`${open} { `.repeat(depth)}${inner}${' }'.repeat(depth)}`;
const aliases = (count: number, field: string): string => times(count, (index) => `a${index}: ${field}`);
/** A field that many fields stand below. */
const FIGURES = 'nodes { figures { project { figures { sources { code } } } } }';
const ERASE = 'eraseBeneficiary(input: { id: "x" }) { __typename }';
/** How deep introspection goes that a client needs. */
const TYPES = (depth: number): string => nested('fields { type', depth, 'name').replaceAll(/ }/g, ' } }');

/** Each fragment spreads the next one twice. */
const doubling = (count: number, spread: (name: string) => string, last: string): string =>
  times(count, (index) => `fragment F${index} on Activity { ${spread(`F${index + 1}`)} }`) +
  ` fragment F${count} on Activity { ${last} }`;

/** Documents that are made to cost more than they look like, or to be told more than they ask for. */
export const DOCUMENTS: readonly HostileRow[] = [
  asked('alias-flooding/fields', TOO_MUCH, `{ ${aliases(61, 'dataVersion')} }`),
  asked('alias-flooding/lists', TOO_MUCH, `{ ${aliases(170, 'cities(first: 100) { totalCount }')} }`),
  asked(
    'alias-flooding/in-fragments',
    TOO_MUCH,
    `{ ...A } fragment A on Query { ${aliases(61, 'dataVersion')} }`,
  ),
  asked('alias-flooding/thousands', UNREADABLE, `{ ${aliases(5_000, 'dataVersion')} }`),
  asked('alias-flooding/introspection', TOO_MUCH, `{ __schema { ${aliases(61, 'types { name }')} } }`),
  asked('alias-flooding/changes', TOO_MUCH, `mutation { ${aliases(20, ERASE)} }`),
  asked('typename-flooding/aliases', TOO_MUCH, `{ ${aliases(400, '__typename')} }`),
  asked('typename-flooding/same', TOO_MUCH, `{ ${'__typename '.repeat(1_900)} }`),
  asked('typename-flooding/thousands', UNREADABLE, `{ ${'__typename '.repeat(8_000)} }`),
  asked('duplicate-fields/leaves', TOO_MUCH, `{ ${'dataVersion '.repeat(1_900)} }`),
  asked('duplicate-fields/records', TOO_MUCH, `{ ${'components { code name } '.repeat(390)} }`),
  asked(
    'duplicate-fields/nested',
    TOO_MUCH,
    `{ ${`districts { ${'cities { code } '.repeat(20)} } `.repeat(22)} }`,
  ),
  asked('duplicate-fields/thousands', UNREADABLE, `{ ${'dataVersion '.repeat(8_000)} }`),
  asked('deep-nesting/fields', TOO_MUCH, `{ activity(code: "a") { ${nested('partOf', 12)} } }`),
  asked('deep-nesting/hundreds', TOO_MUCH, `{ activity(code: "a") { ${nested('partOf', 600)} } }`),
  asked(
    'deep-nesting/in-fragments',
    TOO_MUCH,
    `{ activity(code: "a") { ...A } } fragment A on Activity { ${nested('partOf', 12)} }`,
  ),
  asked('deep-nesting/inline-fragments', TOO_MUCH, `{ ${nested('...', 600, 'dataVersion')} }`),
  asked('deep-nesting/brackets', UNREADABLE, '{'.repeat(90_000)),
  asked('deep-nesting/lists', INVALID, `{ nodes(ids: ${'['.repeat(900)}${']'.repeat(900)}) { id } }`),
  asked(
    'deep-nesting/objects',
    INVALID,
    `{ activities(filter: ${'{a:'.repeat(480)}1${'}'.repeat(480)}) { totalCount } }`,
  ),
  asked('deep-nesting/types', INVALID, `query ($a: ${'['.repeat(900)}Int${']'.repeat(900)}) { dataVersion }`),
  asked('fragment-cycles/self', INVALID, '{ ...A } fragment A on Query { dataVersion ...A }'),
  asked(
    'fragment-cycles/pair',
    INVALID,
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  ),
  asked(
    'fragment-cycles/ring',
    INVALID,
    `{ ...F0 } ${times(180, (index) => `fragment F${index} on Query { ...F${(index + 1) % 180} }`)}`,
  ),
  asked(
    'fragment-cycles/mesh',
    INVALID,
    `{ ...F0 } ${times(24, (index) => `fragment F${index} on Query { ${times(24, (other) => `...F${other}`)} }`)}`,
  ),
  asked(
    'fragment-doubling/spreads',
    TOO_MUCH,
    `{ activity(code: "a") { ...F0 } } ${doubling(60, (next) => `...${next} ...${next}`, 'code title')}`,
  ),
  asked(
    'fragment-doubling/aliases',
    TOO_MUCH,
    `{ activity(code: "a") { ...F0 } } ${doubling(25, (next) => `a: partOf { ...${next} } b: partOf { ...${next} }`, 'code')}`,
  ),
  asked(
    'fragment-doubling/inline',
    TOO_MUCH,
    `{ activity(code: "a") { ...F0 } } ${doubling(40, (next) => `... { ...${next} } ... on Activity { ...${next} }`, 'code title')}`,
  ),
  asked(
    'overlapping-fragments/conflicts',
    INVALID,
    `{ ${times(90, (index) => `...F${index}`)} } ${times(90, (index) => `fragment F${index} on Query { x: ${index % 2 ? 'dataVersion' : '__typename'} }`)}`,
  ),
  asked(
    'overlapping-fragments/nested',
    TOO_MUCH,
    `{ ${times(60, (index) => `...F${index}`)} } ${times(60, (index) => `fragment F${index} on Query { districts { cities { code: ${index % 2 ? 'id' : 'code'} district { code } } } }`)}`,
  ),
  asked(
    'overlapping-fragments/arguments',
    TOO_MUCH,
    `{ ${times(150, (index) => `cities(first: ${index + 1}) { totalCount }`)} }`,
  ),
  asked(
    'overlapping-fragments/deep',
    TOO_MUCH,
    `{ activity(code: "a") { ${times(6, () => nested('partOf', 90))} } }`,
  ),
  asked(
    'operations-named-schema/deep',
    TOO_MUCH,
    `query __schema { activity(code: "a") { ${nested('partOf', 12)} } }`,
  ),
  asked('operations-named-schema/wide', TOO_MUCH, `query __schema { ${aliases(61, 'dataVersion')} }`),
  asked(
    'operations-named-schema/introspection-query',
    TOO_MUCH,
    `query IntrospectionQuery { projects(first: 100) { ${FIGURES} } }`,
  ),
  asked('list-sizes-by-variable/first', TOO_MUCH, `query ($n: Int) { projects(first: $n) { ${FIGURES} } }`, {
    n: 100,
  }),
  asked('list-sizes-by-variable/last', TOO_MUCH, `query ($n: Int) { projects(last: $n) { ${FIGURES} } }`, {
    n: 100,
  }),
  asked(
    'list-sizes-by-variable/default',
    TOO_MUCH,
    `query ($n: Int = 100) { projects(first: $n) { ${FIGURES} } }`,
  ),
  asked(
    'list-sizes-by-variable/inherited-name',
    TOO_MUCH,
    `query ($constructor: Int) { projects(first: $constructor) { ${FIGURES} } }`,
  ),
  asked(
    'list-sizes-by-variable/ids',
    TOO_MUCH,
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Project { figures { project { figures { value revision } } } } } }',
    { ids: Array(100).fill('UHJvamVjdDphYQ') },
  ),
  asked('negative-first/literal', BAD_INPUT, '{ cities(first: -1) { totalCount } }'),
  asked('negative-first/variable', BAD_INPUT, 'query ($n: Int) { cities(first: $n) { totalCount } }', {
    n: -2_147_483_648,
  }),
  asked('negative-first/last', BAD_INPUT, '{ cities(last: -1) { totalCount } }'),
  asked('zero-first/literal', BAD_INPUT, '{ cities(first: 0) { totalCount } }'),
  asked('zero-first/variable', BAD_INPUT, 'query ($n: Int) { cities(last: $n) { totalCount } }', { n: 0 }),
  asked('huge-first/literal', BAD_INPUT, '{ cities(first: 101) { totalCount } }'),
  asked('huge-first/most', BAD_INPUT, '{ cities(first: 2147483647) { totalCount } }'),
  asked('huge-first/beyond', INVALID, '{ cities(first: 2147483648) { totalCount } }'),
  asked('huge-first/variable', BAD_INPUT, 'query ($n: Int) { cities(first: $n) { totalCount } }', {
    n: 1e300,
  }),
  asked('huge-first/digits', BAD_INPUT, 'query ($n: Int) { cities(first: $n) { totalCount } }', {
    n: '9'.repeat(90_000),
  }),
  asked(
    'absent-first/default',
    { status: 200, data: { sources: { pageInfo: { hasPreviousPage: false } } } },
    '{ sources { pageInfo { hasPreviousPage } } }',
  ),
  asked(
    'absent-first/null',
    { status: 200, data: { sources: { pageInfo: { hasPreviousPage: false } } } },
    '{ sources(first: null, last: null) { pageInfo { hasPreviousPage } } }',
  ),
  asked(
    'absent-first/nested',
    TOO_MUCH,
    `{ projects { ${FIGURES.replace('sources { code }', 'project { figures { value } }')} } }`,
  ),
  asked('first-with-last/literals', BAD_INPUT, '{ cities(first: 1, last: 1) { totalCount } }'),
  asked(
    'first-with-last/variables',
    BAD_INPUT,
    'query ($a: Int, $b: Int) { cities(first: $a, last: $b) { totalCount } }',
    { a: 1, b: 1 },
  ),
  asked('directive-flooding/unknown', INVALID, `{ dataVersion ${'@a'.repeat(900)} }`),
  asked('directive-flooding/known', INVALID, `{ dataVersion ${'@include(if: true) '.repeat(270)} }`),
  asked(
    'directive-flooding/everywhere',
    INVALID,
    `query ${'@b'.repeat(200)} { ${times(55, (index) => `a${index}: dataVersion ${'@a '.repeat(12)}`)} }`,
  ),
  asked('directive-flooding/thousands', UNREADABLE, `{ dataVersion ${'@a '.repeat(30_000)} }`),
  asked('introspection-depth/fields', INVALID, `{ __schema { types { ${TYPES(4)} } } }`),
  asked(
    'introspection-depth/fragments',
    INVALID,
    '{ __schema { types { ...T } } } fragment T on __Type { fields { type { fields { type { fields { type { fields { name } } } } } } } }',
  ),
  asked(
    'introspection-depth/possible-types',
    INVALID,
    `{ __type(name: "Node") { ${nested('possibleTypes', 30, 'name')} } }`,
  ),
  asked('field-typos/root', INVALID, '{ citys { totalCount } }'),
  asked('field-typos/nested', INVALID, '{ cities { nodes { nme } } }'),
  asked('field-typos/guarded', INVALID, '{ beneficiaries { nodes { birthYeer } } }'),
  asked('field-typos/argument', INVALID, '{ cities(frist: 1) { totalCount } }'),
  asked('field-typos/type', INVALID, '{ node(id: "a") { ... on Citty { code } } }'),
  asked('field-typos/enum', INVALID, '{ activities(filter: { component: ECONOMIK }) { totalCount } }'),
  asked('field-typos/directive', INVALID, '{ dataVersion @inclde(if: true) }'),
  asked('field-typos/many', INVALID, `{ ${times(1_500, (index) => `citys${index}`)} }`),
  asked('field-typos/change', INVALID, 'mutation { eraseBeneficiarys(input: { id: "a" }) { __typename } }'),
  asked(
    'variable-typos/undeclared',
    INVALID,
    'query ($first: Int) { cities(first: $frist) { totalCount } }',
    { first: 1 },
  ),
  asked('variable-typos/type', INVALID, 'query ($n: Itn) { cities(first: $n) { totalCount } }', { n: 1 }),
  asked(
    'variable-typos/input-field',
    BAD_INPUT,
    'query ($f: ActivityFilter) { activities(filter: $f) { totalCount } }',
    { f: { citty: 'nis' } },
  ),
  asked(
    'variable-typos/enum',
    BAD_INPUT,
    'query ($c: ComponentCode) { activities(filter: { component: $c }) { totalCount } }',
    { c: 'ECONOMIK' },
  ),
  asked(
    'variable-typos/guarded-input',
    BAD_INPUT,
    'mutation ($i: EraseBeneficiaryInput!) { eraseBeneficiary(input: $i) { __typename } }',
    { i: { id: 'a', expectedRevison: 1 } },
  ),
  asked(
    'variable-typos/many',
    BAD_INPUT,
    'query ($f: ActivityFilter) { activities(filter: $f) { totalCount } }',
    { f: Object.fromEntries(Array.from({ length: 4_000 }, (_, index) => [`citty${index}`, index])) },
  ),
];
