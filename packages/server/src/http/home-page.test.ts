import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type HomeFacts, homeContentSecurityPolicy, renderHomePage } from './home-page.ts';
import { type HomeTexts, homeTexts } from './home-page-texts.ts';

const facts: HomeFacts = {
  locale: 'EN',
  projects: 1,
  figures: 1234,
  sources: 5,
  indicators: 16,
  cities: 12,
  dataVersion: 7,
  publishedAt: '2025-11-21T10:05:00Z',
  version: '0.3.1',
  figureHighlights: [
    {
      value: '1317',
      qualifierText: '',
      name: 'Children and youth in workshops',
      period: '2023',
      sources: [{ title: 'Results for 2023 year', language: 'en' }],
      note: null,
    },
    {
      value: '250',
      qualifierText: 'more than',
      name: 'Participants of the club',
      period: 'since project start',
      sources: [
        { title: 'Results for 2023 year', language: 'en' },
        { title: 'Rezultati u 2023. godini', language: 'sr-Latn' },
      ],
      note: 'Counted since the club was opened.',
    },
  ],
};

describe('content', () => {
  test('leads to no explorer, and shows no query, where only known documents are answered', () => {
    const page = renderHomePage({ ...facts, onlyPersisted: true });
    expect(page).not.toContain('href="/graphql"');
    expect(page).not.toContain('curl');
    expect(page).toContain('createClient');
    expect(renderHomePage(facts)).toContain('href="/graphql"');
  });

  test('tells what is served, how current it is, and where to go on', () => {
    const page = renderHomePage(facts);
    expect(page).toContain('<dt>Figures</dt><dd>1,234</dd>');
    expect(page).toContain('<time datetime="2025-11-21T10:05:00Z">21 November 2025 at 10:05 UTC</time>');
    expect(page).toContain('Data version 7');
    expect(page).toContain('Software version 0.3.1');
    for (const path of ['/graphql', '/schema.graphql', '/health/ready'])
      expect(page).toContain(`href="${path}"`);
  });

  test('says so while nothing is published, and shows no empty row of figures', () => {
    const page = renderHomePage({ ...facts, publishedAt: null, figureHighlights: [] });
    expect(page).toContain('Nothing has been published yet.');
    expect(page).not.toContain('id="highlights"');
  });

  test('names the sources of each figure in their language, and what they add', () => {
    const page = renderHomePage(facts);
    const cards = page.match(/<li>\n<span class="qualifier">[\s\S]*?<\/li>/g);
    expect(cards).toHaveLength(2);
    const [plain, noted] = cards ?? [];
    expect(plain).toContain('Source: <cite lang="en">Results for 2023 year</cite></span>');
    expect(plain).not.toContain('class="note"');
    expect(noted).toContain('year</cite>; <cite lang="sr-Latn">Rezultati u 2023. godini</cite>');
    expect(noted).toContain('<span class="note">Counted since the club was opened.</span>');
  });

  test('keeps every digit of a value and leaves what is no decimal as it came', () => {
    const highlight = { qualifierText: '', name: 'n', period: '2023', sources: [], note: null };
    const page = renderHomePage({
      ...facts,
      figureHighlights: [
        { ...highlight, value: '12345678901234567890.25' },
        { ...highlight, value: 'n/a' },
      ],
    });
    expect(page).toContain('>12,345,678,901,234,567,890.25<');
    expect(page).toContain('>n/a<');
  });

  test('the examples name the address they are read at', () => {
    expect(renderHomePage({ ...facts, origin: 'https://data.example.org' })).toContain(
      'curl https://data.example.org/graphql',
    );
  });
});

describe('escaping', () => {
  test.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'&amp;"])(
    '%s stays text',
    (hostile) => {
      const highlight = {
        value: hostile,
        qualifierText: hostile,
        name: hostile,
        period: hostile,
        sources: [{ title: hostile, language: hostile }],
        note: hostile,
      };
      const page = renderHomePage({
        ...facts,
        version: hostile,
        origin: hostile,
        figureHighlights: [highlight],
      });
      expect(page).not.toContain(hostile);
      expect(page).not.toMatch(/<script|<img/);
    },
  );
});

describe('policy', () => {
  test('allows the one style sheet of the page by its hash, and nothing else', () => {
    const styles = [...renderHomePage(facts).matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
      ([, style]) => style ?? '',
    );
    expect(styles).toHaveLength(1);
    const hash = createHash('sha256')
      .update(styles[0] ?? '')
      .digest('base64');
    expect(homeContentSecurityPolicy).toContain(`style-src 'sha256-${hash}';`);
    expect(homeContentSecurityPolicy).not.toContain('unsafe');
    expect(homeContentSecurityPolicy).not.toContain('script-src');
  });

  test('the page has no style attribute, which the policy would refuse', () => {
    expect(renderHomePage(facts)).not.toMatch(/\sstyle=/);
  });
});

describe('languages', () => {
  test.each([
    ['EN', 'en', '1,317', 'Served now', 'Source: '],
    ['SR_LATN', 'sr-Latn', '1.317', 'Trenutno dostupno', 'Izvor: '],
    ['SR_CYRL', 'sr-Cyrl', '1.317', 'Тренутно доступно', 'Извор: '],
  ] as const)('%s', (locale, tag, value, heading, source) => {
    const page = renderHomePage({ ...facts, locale });
    expect(page).toContain(`<html lang="${tag}">`);
    expect(page).toContain(heading);
    expect(page).toContain(source);
    expect(page).toContain(`>${value}<`);
    expect(page.match(/aria-current="true"/g)).toHaveLength(1);
    expect(page).toContain(`lang="${tag}" hreflang="${tag}" aria-current="true"`);
    for (const other of ['en', 'sr-Latn', 'sr-Cyrl']) expect(page).toContain(`href="/?lang=${other}"`);
  });

  test('the Cyrillic texts say letter for letter what the Latin ones say', () => {
    const { languageTag: _latin, ...latin } = homeTexts.SR_LATN;
    const { languageTag: _cyrillic, ...cyrillic } = homeTexts.SR_CYRL;
    expect(leaves(cyrillic)).toEqual(leaves(latin).map(toCyrillic));
  });
});

function leaves(texts: Omit<HomeTexts, 'languageTag'>): string[] {
  return Object.values(texts)
    .flat()
    .flatMap((text) => (typeof text === 'string' ? [text] : Object.values(text)));
}

function toCyrillic(text: string): string {
  const letters = new Map(
    'a а b б v в g г d д đ ђ e е ž ж z з i и j ј k к l л lj љ m м n н nj њ o о p п r р s с t т ć ћ u у f ф h х c ц č ч dž џ š ш'
      .split(' ')
      .flatMap((letter, index, all) => (index % 2 === 0 ? [[letter, all[index + 1] ?? '']] : [])) as [
      string,
      string,
    ][],
  );
  return text.replace(/\b(?:GraphQL|IRIS|SDK|SDL|II)\b|lj|nj|dž|\p{Script=Latin}/giu, (match) => {
    const letter = letters.get(match.toLowerCase());
    if (letter === undefined) return match;
    return match === match.toLowerCase() ? letter : letter.toUpperCase();
  });
}
