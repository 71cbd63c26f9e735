import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../../../testing/database.ts';
import { query, refusal } from '../../../../testing/execute.ts';

const { pool, drop } = await createTestDatabase('loaded');
afterAll(drop);

type Name = { readonly en?: string; readonly 'sr-Latn'?: string; readonly 'sr-Cyrl'?: string };
// Made up, for letters and signs that no loaded city has in its name.
const made: Readonly<Record<string, Name>> = {
  'synthetic-andjelovac': { 'sr-Latn': 'Anđelovac', 'sr-Cyrl': 'Анђеловац' },
  'synthetic-ljudzanj': { 'sr-Latn': 'Ljudžanj', 'sr-Cyrl': 'Љуџањ' },
  'synthetic-signs': { en: `100%_o'Neill "\\x"` },
};

let cities: readonly { readonly code: string; readonly name: Name }[];
beforeAll(async () => {
  for (const [code, name] of Object.entries(made)) {
    await pool.query('INSERT INTO city (code, name, district_id) SELECT $1, $2, min(id) FROM district', [
      code,
      name,
    ]);
  }
  cities = (await pool.query<(typeof cities)[number]>('SELECT code, name FROM city ORDER BY code')).rows;
});

const latin: Readonly<Record<string, string>> = Object.fromEntries(
  'аa бb вv гg дd ђdj еe жz зz иi јj кk лl љlj мm нn њnj оo пp рr сs тt ћc уu фf хh цc чc џdz шs'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
);

/** What is left of a text without letter case, diacritics and script. Written apart from the one in the database. */
function fold(text: string): string {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[а-џ]/g, (letter) => latin[letter] ?? letter);
  return plain
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/g, 'dj');
}

const found = async (search: string): Promise<string[]> => {
  const { cities } = await query(
    pool,
    'query ($search: String) { cities(search: $search, first: 100) { totalCount nodes { code } } }',
    { search },
  );
  expect(cities.totalCount).toBe(cities.nodes.length);
  return cities.nodes.map(({ code }: { code: string }) => code);
};

describe('a search for cities', () => {
  it.each([
    'krusevac',
    'Kruševac',
    'Крушевац',
    'КРУШЕВАЦ',
    'KRUŠEVAC',
    'KRUSEVAC',
    'Krus\u030cevac',
    ' kruš ',
    'ушев',
    'usev',
  ])('finds Kruševac by "%s"', async (search) => {
    expect(await found(search)).toContain('krusevac');
  });

  it.each(['andjelovac', 'Anđelovac', 'ANĐELOVAC', 'Анђеловац', 'АНЂЕЛОВАЦ', 'andj', 'Ђ'])(
    'finds Anđelovac by "%s"',
    async (search) => {
      expect(await found(search)).toEqual(['synthetic-andjelovac']);
    },
  );

  it.each(['ljudzanj', 'Ljudžanj', 'LJUDŽANJ', 'Љуџањ', 'Људжањ', 'ЉУЏ', 'џањ', 'dz\u030canj'])(
    'finds Ljudžanj by "%s"',
    async (search) => {
      expect(await found(search)).toEqual(['synthetic-ljudzanj']);
    },
  );

  it.each(['%', '_', "'", '"', '\\', `100%_O'NEILL "\\X"`, '0%_o'])(
    'takes %s as it is written',
    async (search) => {
      expect(await found(search)).toEqual(['synthetic-signs']);
    },
  );

  it.each(['%a%', 'k_usevac', 'krusevac%', '.*', 'p|r', `' OR true --`, '$1', 'krusevac\u200b', 'ქ'])(
    'finds nothing by "%s"',
    async (search) => {
      expect(await found(search)).toEqual([]);
    },
  );

  it.each([null, '', '   '])('for %j finds all', async (search) => {
    expect(await found(search as string)).toHaveLength(cities.length);
  });

  it('finds every city by any part of its name, in any script and case, composed or not', async () => {
    const parts = fc
      .record({
        city: fc.nat(),
        text: fc.nat(),
        from: fc.nat(),
        length: fc.integer({ min: 1, max: 20 }),
        form: fc.nat(),
      })
      .map(({ city: at, text, from, length, form }) => {
        const city = cities[at % cities.length];
        const names = Object.values(city?.name ?? {}).flatMap((name) => [name, fold(name)]);
        const name = names[text % names.length] ?? '';
        const part = name.slice(from % name.length).slice(0, length);
        const forms = [
          part,
          part.toUpperCase(),
          part.toLowerCase(),
          part.normalize('NFD'),
          part.normalize('NFD').toUpperCase(),
        ];
        return { code: city?.code, part: forms[form % forms.length] ?? '' };
      });
    await fc.assert(
      fc.asyncProperty(parts, async ({ code, part }) => {
        expect(await found(part)).toContain(code);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('finds no city but those whose name holds it', async () => {
    const letters = fc.constantFrom(...'abcdefghijklmnoprstuvzčćžšđабвгдђежзијклљмнњопрстћуфхцчџшŠĆ %_');
    const searches = fc.array(letters, { minLength: 1, maxLength: 3 }).map((list) => list.join(''));
    await fc.assert(
      fc.asyncProperty(searches, async (search) => {
        const sought = fold(search.trim());
        const holding = cities.filter(({ name }) =>
          Object.values(name).some((text) => fold(text).includes(sought)),
        );
        expect(await found(search)).toEqual(holding.map(({ code }) => code));
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe.each([
  ['cities', (search: string) => `cities(search: ${search}) { totalCount }`],
  ['organizations', (search: string) => `organizations(search: ${search}) { totalCount }`],
  ['projects', (search: string) => `projects(search: ${search}) { totalCount }`],
  ['activities', (search: string) => `activities(filter: { search: ${search} }) { totalCount }`],
  ['indicators', (search: string) => `indicators(filter: { search: ${search} }) { totalCount }`],
])('the search of %s', (_list, field) => {
  const refused = (search: string) =>
    refusal(pool, `query ($search: String) { ${field('$search')} }`, { search });

  it('refuses more than 100 characters', async () => {
    expect(await refused('a'.repeat(101))).toMatchObject({
      message: '"search" has 101 characters. Expected at most 100.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    await query(pool, `query ($search: String) { ${field('$search')} }`, { search: ` ${'a'.repeat(100)} ` });
  });

  it.each(['a\0b', 'a\u0001b', 'a\nb', 'a\tb', 'a\u001fb', 'a\u007fb'])(
    'refuses control characters: %j',
    async (search) => {
      expect(await refused(search)).toMatchObject({
        message: '"search" holds control characters. Expected letters, digits and spaces.',
        extensions: { code: 'BAD_USER_INPUT' },
      });
    },
  );

  it('bears characters that are no text', async () => {
    expect(
      await query(pool, `query ($search: String) { ${field('$search')} }`, { search: 'a\ud800b' }),
    ).toMatchObject({});
  });
});
