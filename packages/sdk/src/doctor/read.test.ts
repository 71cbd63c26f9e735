// biome-ignore-all lint/suspicious/noTemplateCurlyInString: programs stand here as texts
import { describe, expect, test } from 'vitest';
import { joinTexts } from './documents.ts';
import { findIn } from './partner.fixture.ts';
import { readText } from './read.ts';

const textsIn = (file: string, source: string) =>
  readText(file, source).texts.map(({ body, line, column }) => `${line}:${column} ${body.trim()}`);

describe('operations are found', () => {
  test.each([
    ['graphql(`…`)', 'graphql(`{ a }`);'],
    ['graphql(`…`, […])', 'const q = sdk.graphql(`{ a }`, [F]);'],
    ["graphql('…')", `graphql('{ a }');`],
    ['gql`…`', 'gql`{ a }`;'],
    ['member.gql`…`', 'apollo.gql`{ a }`;'],
    ['gql with a type', 'gql<Answer, {}>`{ a }`;'],
    ['/* GraphQL */ `…`', 'run(/* GraphQL */ `{ a }`);'],
    ['/* GraphQL */ in front of a tag', 'const q = /* GraphQL */ gql`{ a }`;'],
    ['as Operation', 'const q = `{ a }` as Operation<A, V>;'],
    ['as Operation, of a string', `export const q = '{ a }' as Operation<A, V>;`],
    ['as sdk.Operation', 'const q = `{ a }` as sdk.Operation<A, V>;'],
    ['satisfies', 'const q = `{ a }` satisfies Operation<A, V>;'],
    ['<Operation>', 'const q = <Operation<A, V>>`{ a }`;'],
    ['another name', `import { graphql as g } from '@reintegration/sdk/graphql'; g(\`{ a }\`);`],
    [
      'another name of the type',
      `import { type Operation as O } from '@reintegration/sdk'; \`{ a }\` as O<1, 2>;`,
    ],
    ['inside a class', '@Component() class A { @Input() accessor q = gql`{ a }`; }'],
  ])('as %s', (_name, source) => {
    expect(textsIn('a.ts', source).map((text) => text.replace(/^\S+ /, ''))).toEqual(['{ a }']);
  });

  test.each([
    ['a.tsx', 'const q = gql`{ a }`; export const A = <T,>() => <p title="x">{q}</p>;'],
    ['a.jsx', 'const q = gql`{ a }`; export const A = () => <p title="x">{q}</p>;'],
    ['a.cjs', `const { gql } = require('x'); module.exports = gql\`{ a }\`; return;`],
    ['a.mts', 'import type { A } from "a"; const q: A = await load(gql`{ a }`);'],
    [
      'a.vue',
      '<template><p>`{{ gql }}`</p></template>\n<script setup lang="ts">\nconst q = gql`{ a }` as A;\n</script>',
    ],
    ['a.svelte', '<script>\n  const q = gql`{ a }`;\n</script>\n<p>{q}</p>'],
    ['a.graphql', '{ a }'],
    ['a.gql', '{ a }'],
  ])('in %s', (file, source) => {
    expect(textsIn(file, source).map((text) => text.replace(/^\S+ /, ''))).toEqual(['{ a }']);
  });

  test('and nothing else is taken for one', () => {
    const source =
      'graphql({ schema, source: `{ a }` }); graphql(schema, `{ a }`); other(`{ a }`); `gql { a }` as A;';
    expect(textsIn('a.ts', source)).toEqual([]);
  });

  test('each where it stands', () => {
    const source = `// gql\nconst a = gql\`{ a }\`;\n  graphql(\n    \`\n  { b }\`);\nconst c = '{ c }' as Operation<1, 2>;`;
    expect(textsIn('a.ts', source)).toEqual(['2:15 { a }', '4:6 { b }', '6:12 { c }']);
  });
});

describe('places', () => {
  test('are those of the file, whatever surrounds the text', async () => {
    const found = await findIn({
      'a.vue': '<template>\n  <p/>\n</template>\n<script lang="ts">\nlet q = gql`{ wrong }`;\n</script>',
      'b.ts': 'const q = gql`\r\n  query {\r\n    wrong\r\n  }\r\n`;',
      'c.ts': 'const q = gql`{ dataVersion } ${Name} query B { wrong }`;',
      'e.graphql': '\uFEFF{ wrong }',
      'd.ts': 'const q = gql`{ city(code: "\\`") { wrong } }`;',
    });
    expect(found.map((line) => line.split(' Cannot')[0])).toEqual([
      'a.vue:5:15 breaking',
      'b.ts:3:5 breaking',
      'c.ts:1:49 breaking',
      'd.ts:1:36 breaking',
      'e.graphql:1:3 breaking',
    ]);
  });
});

describe('what cannot be checked', () => {
  test('is told, with its place', () => {
    const { unchecked } = joinTexts(
      readText('a.ts', 'const q = gql`{ city(code: "a") { ${fields} } }`;').texts,
    );
    expect(unchecked).toEqual([
      { file: 'a.ts', line: 1, column: 45, why: 'The text is put together at run time.' },
    ]);
    expect(readText('b.ts', 'const gql = `\n  a').unchecked).toMatchObject([{ file: 'b.ts', line: 1 }]);
  });

  test('a mistake in a text breaks', async () => {
    expect(await findIn({ 'a.ts': '\nconst q = gql`\n  { city( }`;' })).toEqual([
      'a.ts:3:11 breaking Syntax Error: Expected Name, found "}".',
    ]);
  });

  test('types, and texts of nothing, are nobody’s operations', () => {
    const source = 'gql`type A { b: Int }`; gql``; gql`${A} ${B}`; gql` # nothing`;';
    const { operations, unchecked, findings } = joinTexts(readText('a.ts', source).texts);
    expect([operations, unchecked, findings]).toEqual([0, [], []]);
  });
});

describe('fragments', () => {
  test('come from any file, the nearest first', async () => {
    const found = await findIn({
      'a.ts': 'gql`fragment F on City { wrongA }`; gql`{ city(code: "a") { ...F } } ${F}`;',
      'b.ts': 'graphql(`{ city(code: "b") { ...F } } fragment F on City { wrongB }`);',
      'c.ts': 'gql`{ city(code: "c") { ...G } }`',
      'd.graphql': 'fragment G on City { ...H } fragment H on City { wrongD ...G }',
    });
    expect(found.map((line) => line.split(' on type')[0])).toEqual([
      'a.ts:1:26 breaking Cannot query field "wrongA"',
      'b.ts:1:60 breaking Cannot query field "wrongB"',
      'd.graphql:1:22 breaking Cannot spread fragment "G" within itself via "H".',
      'd.graphql:1:50 breaking Cannot query field "wrongD"',
    ]);
  });

  test('that are nowhere break, and those of no operation are checked as well', async () => {
    expect(
      await findIn({
        'a.graphql': '{ city(code: "a") { ...Gone } }',
        'b.graphql': 'fragment F on City { wrong }',
      }),
    ).toEqual([
      'a.graphql:1:24 breaking Unknown fragment "Gone". Name the folder that holds it as well.',
      'b.graphql:1:22 breaking Cannot query field "wrong" on type "City".',
    ]);
  });
});
