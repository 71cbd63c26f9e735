import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCyrillic, toLatin } from './transliterate.ts';
import {
  latinAcronyms,
  latinWords,
  separateLetterStems,
  serbianAcronyms,
} from './transliteration-exceptions.ts';

const places = [
  ['Pirotski okrug', 'Пиротски округ'],
  ['Rasinski okrug', 'Расински округ'],
  ['Raški okrug', 'Рашки округ'],
  ['Zlatiborski okrug', 'Златиборски округ'],
  ['Moravički okrug', 'Моравички округ'],
  ['Šumadijski okrug', 'Шумадијски округ'],
  ['Grad Beograd', 'Град Београд'],
  ['Pirot', 'Пирот'],
  ['Dimitrovgrad', 'Димитровград'],
  ['Bela Palanka', 'Бела Паланка'],
  ['Babušnica', 'Бабушница'],
  ['Kruševac', 'Крушевац'],
  ['Aleksandrovac', 'Александровац'],
  ['Brus', 'Брус'],
  ['Varvarin', 'Варварин'],
  ['Trstenik', 'Трстеник'],
  ['Ćićevac', 'Ћићевац'],
  ['Novi Pazar', 'Нови Пазар'],
  ['Raška', 'Рашка'],
  ['Tutin', 'Тутин'],
  ['Kraljevo', 'Краљево'],
  ['Vrnjačka Banja', 'Врњачка Бања'],
  ['Sjenica', 'Сјеница'],
  ['Ivanjica', 'Ивањица'],
  ['Kragujevac', 'Крагујевац'],
  ['Beograd', 'Београд'],
] as const;

const letters = 'a b c č ć d dž đ e f g h i j k l lj m n nj o p r s š t u v z ž'.split(' ');
const word = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(''))
  .chain((small) => fc.constantFrom(small, small.charAt(0).toUpperCase() + small.slice(1)))
  .filter((text) => !/dj|^[IV]$/i.test(text) && !latinWords.has(text.toLowerCase()));
const gap = fc.constantFrom(' ', ', ', '. ', '\n', ' – ', '; „', '“ (', ') 2023. ');
const serbianText = fc.array(fc.tuple(word, gap), { maxLength: 12 }).map((parts) => parts.flat().join(''));

/** Text that touches the rules: cases, numerals, addresses, code, exceptions, in any order. */
const awkwardText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['I', 'V', 'II', 'IV', 'MI', 'LI', 'X', 'DŽ', 'Lj', 'LJ', 'NJ', 'nJ', 'ǅ', 'И', 'љ', 'Њ', 'БеО'],
        ...[
          'start',
          'Up',
          'e',
          'mail',
          'i',
          'ili',
          'dj',
          'medju',
          'injekc',
          'nadživ',
          's\u030c',
          'SEDA',
          'KRALJ',
        ],
        ...[
          '`',
          '@',
          '.',
          '://',
          'www.',
          '.rs',
          '_',
          '/',
          '-',
          '–',
          ',',
          ' ',
          ' ',
          ' ',
          '\n',
          '5',
          'ü',
          '\ud83d',
        ],
      ),
      fc.constantFrom(...latinWords, ...latinAcronyms, ...serbianAcronyms),
      word,
      word.map((text) => text.toUpperCase()),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(fc.string({ unit: 'binary' }), awkwardText, serbianText);

describe('toCyrillic', () => {
  it.each(places)('%s is %s', (latin, cyrillic) => {
    expect(toCyrillic(latin)).toBe(cyrillic);
    expect(toLatin(cyrillic)).toBe(latin);
  });

  it.each([
    [
      'Reintegracija II – dalja podrška održivoj (re)integraciji povratnika u Srbiji',
      'Реинтеграција II – даља подршка одрживој (ре)интеграцији повратника у Србији',
    ],
    ['Okrugli sto „Razvoj prihvatilišta za decu“', 'Округли сто „Развој прихватилишта за децу“'],
    ['Savezno ministarstvo za saradnju Nemačke', 'Савезно министарство за сарадњу Немачке'],
    ['Regionalna razvojna agencija SEDA', 'Регионална развојна агенција SEDA'],
    ['IRIS mreža', 'IRIS мрежа'],
    ['Merhamet Sandžak', 'Мерхамет Санџак'],
    ['Regionalni inovacioni Start-up centar', 'Регионални иновациони Start-up центар'],
    ['Arbeiter-Samariter-Bund South East Europe', 'Arbeiter-Samariter-Bund South East Europe'],
    ['klub Good Neighbor Club', 'клуб Good Neighbor Club'],
  ])('writes what the dataset says: %s', (latin, cyrillic) => {
    expect(toCyrillic(latin)).toBe(cyrillic);
  });

  it.each([
    ['dž Dž, lj Lj Ljubav, nj Nj Njegoš, đak Đak', 'џ Џ, љ Љ Љубав, њ Њ Његош, ђак Ђак'],
    ['DŽEP LJUBAVI NJEGOVE', 'ЏЕП ЉУБАВИ ЊЕГОВЕ'],
    ['LJubav, NJegoš, DŽep', 'Љубав, Његош, Џеп'],
    ['ǆ ǅ Ǆ ǉ ǈ Ǉ ǌ ǋ Ǌ', 'џ Џ Џ љ Љ Љ њ Њ Њ'],
    ['Krus\u030cevac, C\u0301ic\u0301evac', 'Крушевац, Ћићевац'],
    ['Djordje, izmedju, građani i gradjani', 'Ђорђе, између, грађани и грађани'],
    ['odjek, podjednako, predjelo', 'одјек, подједнако, предјело'],
  ])('spells digraphs and đ in every form: %s', (latin, cyrillic) => {
    expect(toCyrillic(latin)).toBe(cyrillic);
  });

  it.each([
    ['injekcija injekcijama Injekcioni INJEKCIJA', 'инјекција инјекцијама Инјекциони ИНЈЕКЦИЈА'],
    ['konjugacija konjunktura Tanjug Tanjugov', 'конјугација конјунктура Танјуг Танјугов'],
    ['nadživeti nadživljava nadžnjeti', 'надживети надживљава наджњети'],
    ['odžalio odživeti podžupan predživot', 'оджалио одживети поджупан предживот'],
    ['Odžaci nadžak odžak hadžija', 'Оџаци наџак оџак хаџија'],
    ['obala Save', 'обала Саве'],
    ['konj panj Sanja vinjeta', 'коњ пањ Сања вињета'],
  ])('keeps separate letters separate: %s', (latin, cyrillic) => {
    expect(toCyrillic(latin)).toBe(cyrillic);
  });

  it.each(separateLetterStems)(
    'has the stem %s in small letters, with an ending that changes nothing',
    (stem) => {
      const [before = '', after = ''] = stem.split('|');
      expect(toCyrillic(`${before}${after}ama`)).toBe(`${toCyrillic(before)}${toCyrillic(`${after}ama`)}`);
    },
  );

  it.each([
    ['faza II, deo XIV, IX i VIII', 'фаза II, део XIV, IX и VIII'],
    ['Reintegracija I – početak', 'Реинтеграција I – почетак'],
    ['u fazi I projekta', 'у фази I пројекта'],
    ['I, II i III deo; I–II; I i II; I ili II', 'I, II и III део; I–II; I и II; I или II'],
    ['I tako dalje. I opet. „I ti“', 'И тако даље. И опет. „И ти“'],
    ['prvi red\nI drugi', 'први ред\nИ други'],
    ['V razred, razred V. Vitamin C', 'V разред, разред V. Витамин Ц'],
    ['V. Petrović, M. V. Petrović, Ana V. Petrović', 'В. Петровић, М. В. Петровић, Ана В. Петровић'],
    ['M. D. L. C. X', 'М. Д. Л. Ц. X'],
  ])('tells numerals from letters and words: %s', (latin, cyrillic) => {
    expect(toCyrillic(latin)).toBe(cyrillic);
  });

  it.each([
    ['BMZ, ASB SEE, IDC i NUTS; 310.000 EUR', 'BMZ, ASB SEE, IDC и NUTS; 310.000 EUR'],
    ['BMZ-a, BMZ-om, Start-up-a, Facebook-a', 'BMZ-а, BMZ-ом, Start-up-а, Facebook-а'],
    ['sa NVO i JLS', 'са НВО и ЈЛС'],
    ['ovo je VAŽNO. NAPOMENA: ABC', 'ово је ВАЖНО. НАПОМЕНА: ABC'],
    ['INICIJATIVA ZA RAZVOJ I SARADNJU IDC', 'ИНИЦИЈАТИВА ЗА РАЗВОЈ И САРАДЊУ IDC'],
    ['REINTEGRACIJA I – NOVI PAZAR', 'РЕИНТЕГРАЦИЈА I – НОВИ ПАЗАР'],
    ['NOVI PAZAR\nasb i ABC', 'НОВИ ПАЗАР\nасб и ABC'],
    ['DA LI SMO MI U GRADU II', 'ДА ЛИ СМО МИ У ГРАДУ II'],
    ['ASB SEE', 'ASB SEE'],
    ['12345 ABC', '12345 ABC'],
  ])('tells acronyms from lines of capitals: %s', (latin, cyrillic) => {
    expect(toCyrillic(latin)).toBe(cyrillic);
  });

  it.each([
    ['GraphQL upit i CSV', 'GraphQL упит и CSV'],
    ['Müller, Excel, web, Malmö', 'Müller, Excel, web, Malmö'],
    ['format A4, mreža 5G, 20 m², 90-ih, 1990ih', 'формат A4, мрежа 5G, 20 m², 90-их, 1990их'],
    ['pišite na info@idc.rs, sutra', 'пишите на info@idc.rs, сутра'],
    [
      'vidi https://reintegracija.net/o-nama?x=Novi i dalje',
      'види https://reintegracija.net/o-nama?x=Novi и даље',
    ],
    ['na www.idc.org.rs/novosti, reintegracija.net.', 'на www.idc.org.rs/novosti, reintegracija.net.'],
    ['„podaci.csv“, d.o.o. Pirot', '„podaci.csv“, д.о.о. Пирот'],
    ['polje `novi pazar` i STUDY_VISIT', 'поље `novi pazar` и STUDY_VISIT'],
    ['nezatvoreno ` ostaje tekst', 'незатворено ` остаје текст'],
  ])('leaves foreign words, addresses and code: %s', (latin, cyrillic) => {
    expect(toCyrillic(latin)).toBe(cyrillic);
  });

  it('is undone by toLatin on text without exceptions', () => {
    fc.assert(
      fc.property(serbianText, (text) => {
        expect(toLatin(toCyrillic(text))).toBe(text);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(toCyrillic(toCyrillic(text))).toBe(toCyrillic(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves every character that is no letter, in any text', () => {
    const othersOf = (text: string) => text.replace(/[\p{L}\p{M}]/gu, '');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(othersOf(toCyrillic(text))).toBe(othersOf(text));
        expect(othersOf(toLatin(text))).toBe(othersOf(text));
      }),
    );
  });

  it.each([
    'a',
    'a.',
    '`',
    'a`',
    'I ',
    'I, ',
    'LJ',
    'a@',
    'www.a/',
    '://',
    '-',
    'start-up',
    'ABCDEF ',
    'injekcija ',
  ])('takes linear time on 100,000 characters of %j', (unit) => {
    const text = unit.repeat(100_000 / unit.length);
    const startedAt = performance.now();
    toLatin(toCyrillic(text));
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

describe('toLatin', () => {
  it.each([
    ['Љиг, КРАЉ, ЉУБАВ, Њ. Петровић, џеп', 'Ljig, KRALJ, LJUBAV, Nj. Petrović, džep'],
    ['инјекција, наджњети, ђак', 'injekcija, nadžnjeti, đak'],
    ['BMZ-а и Start-up центар', 'BMZ-a i Start-up centar'],
    ['русский', 'russkiй'],
  ])('%s is %s', (cyrillic, latin) => {
    expect(toLatin(cyrillic)).toBe(latin);
  });

  it('leaves no Serbian Cyrillic letter, and changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const latin = toLatin(text);
        expect(latin).not.toMatch(/[а-ик-шјђљњћџА-ИК-ШЈЂЉЊЋЏ]/);
        expect(toLatin(latin)).toBe(latin);
      }),
    );
  });
});
