/**
 * Stems in which two Latin letters that usually spell one Cyrillic letter are two; `|` stands between them.
 * A stem covers every word that begins with it, in any letter case. No Serbian word with l + j is known.
 * Words such as наџак and оџак keep their letter: the stems are long enough to leave them out.
 */
export const separateLetterStems: readonly string[] = [
  'an|jon',
  'in|jekc',
  'in|jekt',
  'in|jicir',
  'in|jurij',
  'autoin|jek',
  'mikroin|jek',
  'rein|jek',
  'kon|jekt',
  'kon|jug',
  'kon|junk',
  'nekon|jug',
  'nekon|junk',
  'min|just',
  'netan|jah',
  'pan|jevrop',
  'pan|jevrej',
  'tan|jug',
  'izvan|jezi',
  'van|jezi',
  'feld|žand',
  'nad|žanj',
  'nad|ždrel',
  'nad|žel',
  'nad|žeo',
  'nad|žet',
  'nad|živ',
  'nad|žnj',
  'nad|žup',
  'nenad|živ',
  'od|žal',
  'od|žari',
  'od|žel',
  'od|žet',
  'od|živ',
  'od|žubor',
  'od|žvać',
  'od|žvak',
  'od|žval',
  'pod|žanr',
  'pod|žari',
  'pod|žeć',
  'pod|žeg',
  'pod|žel',
  'pod|žet',
  'pod|žež',
  'pod|žig',
  'pod|žil',
  'pod|živ',
  'pod|žnj',
  'pod|žup',
  'pred|žalb',
  'pred|želu',
  'pred|žet',
  'pred|živ',
];

/** Stems in which a typed `dj` means đ. Elsewhere d + j are two letters, as in подједнако. */
export const typedDjStems: readonly string[] = [
  'andjel',
  'djak',
  'djavo',
  'djindji',
  'djokovi',
  'djordj',
  'djubr',
  'djurdj',
  'djuri',
  'dogadja',
  'gradjan',
  'gradjev',
  'izmedju',
  'karadjordj',
  'medju',
  'obezbedje',
  'odredjen',
  'rodjak',
  'rodjen',
  'takodje',
  'uredjaj',
  'uredjen',
];

/**
 * Words of other languages and names of products that stay Latin in any letter case, although each of their
 * letters is Serbian too. Only whole words, and none that is a Serbian word as well.
 */
export const latinWords: ReadonlySet<string> = new Set(
  `arbeiter bund business caritas children cloud club cooperation council dashboard deutsche development east email
   europe european facebook fund gesellschaft github good google helvetas horizon hub instagram international
   internationale linkedin mailto microsoft nations neighbor neighbour office online open organization reintegration samariter
   shop south startup support team the tiktok training union united viber zusammenarbeit`.split(/\s+/),
);

/** Hyphenated words that stay Latin although a part of them, as `start`, is a Serbian word of its own. */
export const latinCompounds: ReadonlySet<string> = new Set([
  'check-in',
  'e-learning',
  'e-mail',
  'follow-up',
  'fund-raising',
  'know-how',
  'on-line',
  'off-line',
  'start-up',
]);

/** Acronyms that stay Latin even in a line of capitals, where a word of capitals is else taken for Serbian. */
export const latinAcronyms: ReadonlySet<string> = new Set(
  `API ASB BMZ COVID CSV EC ECHR EIB ESF EU EUR EURES EUROSTAT FAO GDPR GIZ GPS HELP HTML HTTP IATI ICT IDC
   ILO INGO IOM IPA IRIS ISO IT JSON KFW NATO NGO NUTS OECD OSCE PDF PR RSD SDC SDG SDMX SEDA SEE SIDA SME
   SOS UN UNDP UNESCO UNFPA UNHCR UNICEF UNOPS URL USAID USD USB WHO XML`.split(/\s+/),
);

/** Acronyms of Serbian words: Cyrillic text writes them in Cyrillic. */
export const serbianAcronyms: ReadonlySet<string> = new Set(
  'JLS JMBG KIRS MUP NSZ NVO OEBS PDV SAD SFRJ SZO TANJUG'.split(' '),
);

/** What ends an Internet name or a file name, and so marks `reintegracija.net` and `podaci.csv` as no words. */
export const nameEndings: ReadonlySet<string> = new Set(
  `app com csv css de dev docx edu eu gov graphql html info int io jpeg jpg js json md net ods org pdf png rs
   ts txt xlsx xml yaml zip`.split(/\s+/),
);
