import {
  latinAcronyms,
  latinCompounds,
  latinWords,
  nameEndings,
  separateLetterStems,
  serbianAcronyms,
  typedDjStems,
} from './transliteration-exceptions.ts';

const cyrillicAlphabet = 'абвгдђежзијклљмнњопрстћуфхцчџш';
const latinAlphabet = 'a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š'.split(' ');

const latinOf = new Map(latinAlphabet.map((latin, index) => [cyrillicAlphabet.charAt(index), latin]));
const cyrillicOf = new Map([
  ...[...latinOf].map(([cyrillic, latin]): [string, string] => [latin, cyrillic]),
  // Unicode has the digraphs as characters too.
  ['ǆ', 'џ'],
  ['ǉ', 'љ'],
  ['ǌ', 'њ'],
]);
const digraphs = new Map([...cyrillicOf].filter(([latin]) => latin.length === 2));
const separations = separateLetterStems.map((stem) => ({
  stem: stem.replace('|', ''),
  secondLetter: stem.indexOf('|'),
}));

/** Every part is a run of one class of characters, which keeps the scan linear. */
const codeOrRun = /`[^`]*`|[\p{L}\p{M}\p{N}._%+@-]+/gu;
const wordInRun = /[\p{L}\p{M}\p{N}]+/gu;
const restOfAddress = /[^\s<>"„“”«»`]*/uy;
const serbianLetters = /^[a-pr-vzčćžšđǆǉǌа-ик-шђјљњћџ\p{N}]+$/u;
const romanNumeral = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
/** Valid Roman numerals that are Serbian words in a line of capitals. */
const wordsLikeNumerals: ReadonlySet<string> = new Set(['DI', 'DIV', 'LI', 'MI']);

/** A word of a text, or a longer part that stays as it is: an address, a file name, code. */
type Token = {
  readonly text: string;
  readonly start: number;
  /** The word in Cyrillic; null when it cannot be Serbian. Letter case is judged here: Lj is one capital. */
  readonly cyrillic: string | null;
};

type Line = { readonly tokens: readonly Token[]; readonly isCapitals: boolean };

/**
 * Serbian Latin text in Cyrillic. Characters that are no letters stay, and so do these words:
 *
 * - words with a letter that Serbian lacks (q, w, x, y, ü …), with a capital inside (GraphQL) or with a digit
 *   after a letter or beside a capital (A4, 5G), and the foreign words of the list of exceptions;
 * - addresses of the web and of e-mail, file names, and everything between backticks;
 * - Roman numerals of two letters and more; `V`, unless a full stop makes it an initial; `I` after a word
 *   (Reintegracija I, faza I) or before another numeral (I, II i III). Any other `I` is the conjunction: at the
 *   start of a sentence, and between two words of a line of capitals. `C`, `D`, `L`, `M` alone are letters;
 * - words of two or more capitals, which are taken for acronyms; an ending after a hyphen is transliterated.
 *   Of these are Serbian: words with č, ć, đ, š, ž or of seven letters and more; the listed acronyms of
 *   Serbian words; and in a line without small letters that has one word of five letters or more, all that
 *   are neither listed acronyms nor numerals.
 *
 * @example toCyrillic('Start-up centar BMZ-a, faza II') // 'Start-up центар BMZ-а, фаза II'
 */
export function toCyrillic(text: string): string {
  let result = '';
  let position = 0;
  for (const line of linesOf(text)) {
    for (const [index, token] of line.tokens.entries()) {
      const word = staysLatin(index, line, text) ? token.text : token.cyrillic;
      result += text.slice(position, token.start) + word;
      position = token.start + token.text.length;
    }
  }
  return result + text.slice(position);
}

/**
 * Serbian Cyrillic text in Latin. Љ, Њ, Џ become two capitals only beside another capital (КРАЉ, KRALJ; Љиг,
 * Ljig). Letters that Serbian lacks, and all that is no Cyrillic letter, stay.
 *
 * @example toLatin('Врњачка Бања') // 'Vrnjačka Banja'
 */
export function toLatin(text: string): string {
  return text.replace(/[\u0400-\u04ff]/g, (letter, offset: number) => {
    const small = letter.toLowerCase();
    const latin = latinOf.get(small);
    if (latin === undefined) return letter;
    if (small === letter) return latin;
    const [before, after] = [text.charAt(offset - 1), text.charAt(offset + 1)];
    const isAmongCapitals = isCapitalLetter(after) || (isCapitalLetter(before) && !/\p{Ll}/u.test(after));
    return isAmongCapitals ? latin.toUpperCase() : latin.charAt(0).toUpperCase() + latin.slice(1);
  });
}

function linesOf(text: string): Line[] {
  const lines: Token[][] = [[]];
  let end = 0;
  for (const token of tokensOf(text)) {
    if (/[\n\r\u2028\u2029]/.test(text.slice(end, token.start))) lines.push([]);
    lines.at(-1)?.push(token);
    end = token.start + token.text.length;
  }
  return lines.map((tokens) => ({ tokens, isCapitals: isLineOfCapitals(tokens) }));
}

function* tokensOf(text: string): Generator<Token> {
  const scan = new RegExp(codeOrRun);
  for (let match = scan.exec(text); match !== null; match = scan.exec(text)) {
    const { 0: run, index: start } = match;
    if (run.startsWith('`')) yield { text: run, start, cyrillic: null };
    else if (isAddress(run) || text.startsWith('://', scan.lastIndex)) {
      scan.lastIndex = endOfAddress(text, scan.lastIndex);
      yield { text: text.slice(start, scan.lastIndex), start, cyrillic: null };
    } else {
      for (const { 0: word, index } of run.matchAll(wordInRun)) {
        yield { text: word, start: start + index, cyrillic: inCyrillic(word) };
      }
    }
  }
}

function isAddress(run: string): boolean {
  if (run.includes('@') || /[\p{L}\p{N}]_[\p{L}\p{N}]/u.test(run)) return true;
  const labels = run.split('.').filter((label) => /[\p{L}\p{N}]/u.test(label));
  return labels.length > 1 && (labels[0]?.toLowerCase() === 'www' || nameEndings.has(labels.at(-1) ?? ''));
}

function endOfAddress(text: string, end: number): number {
  if (!/[:/?#]/.test(text.charAt(end))) return end;
  const rest = new RegExp(restOfAddress);
  rest.lastIndex = end;
  return end + (rest.exec(text)?.[0].length ?? 0);
}

/** The word in Cyrillic letters, or null when it is foreign by its letters, its letter cases or the list. */
function inCyrillic(word: string): string | null {
  const composed = word.normalize('NFC');
  const small = composed.toLowerCase();
  if (!serbianLetters.test(small) || latinWords.has(small)) return null;
  const cyrillic = spell(composed);
  return /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+|\p{N}+\p{Ll}*)$/u.test(cyrillic) ? cyrillic : null;
}

function spell(word: string): string {
  const small = word.toLowerCase();
  const separation = separations.find(({ stem }) => small.startsWith(stem))?.secondLetter;
  const djEnd = typedDjStems.find((stem) => small.startsWith(stem))?.length ?? 0;
  let result = '';
  let index = 0;
  while (index < word.length) {
    const first = small.charAt(index);
    const isCapital = first !== word.charAt(index);
    const pair = first + small.charAt(index + 1);
    const isPair = index + 1 !== separation && (isCapital || pair === word.slice(index, index + 2));
    const digraph = pair === 'dj' && index < djEnd ? 'ђ' : digraphs.get(pair);
    const letter = (isPair ? digraph : undefined) ?? cyrillicOf.get(first) ?? first;
    result += isCapital ? letter.toUpperCase() : letter;
    index += isPair && digraph !== undefined ? 2 : 1;
  }
  return result;
}

/** Judged on the Cyrillic forms, so that a text in Cyrillic already is judged as it was in Latin. */
function isLineOfCapitals(tokens: readonly Token[]): boolean {
  if (tokens.some(({ cyrillic }) => cyrillic !== null && /\p{Ll}/u.test(cyrillic))) return false;
  return tokens.some(
    ({ text, cyrillic }) =>
      /^\p{Lu}{5,}$/u.test(cyrillic ?? '') && !latinAcronyms.has(text) && !isNumeral(text),
  );
}

function staysLatin(index: number, line: Line, text: string): boolean {
  const token = line.tokens[index];
  if (token?.cyrillic == null || isInCompound(index, line, text)) return true;
  const { text: word, cyrillic } = token;
  if (word === 'I') return isNumeralOne(index, line, text);
  if (word === 'V') return !isInitial(index, line, text);
  if (!/^\p{Lu}{2}/u.test(cyrillic) || serbianAcronyms.has(word)) return false;
  if (latinAcronyms.has(word) || isNumeral(word)) return true;
  return !line.isCapitals && cyrillic.length < 7 && !/[ЋЂЧЖШ]/.test(cyrillic);
}

function isNumeral(word: string): boolean {
  return word.length > 1 && romanNumeral.test(word) && !wordsLikeNumerals.has(word);
}

function isNumeralOne(index: number, line: Line, text: string): boolean {
  if (isBeforeNumeral(index, line, text)) return true;
  if (line.isCapitals && isSpace(gapAfter(index, line, text))) return false;
  const before = gapAfter(index - 1, line, text);
  return isSpace(before) || isHyphen(before);
}

/** I, II; I–III; I i II; I ili II */
function isBeforeNumeral(index: number, line: Line, text: string): boolean {
  if (!/^[\s,/–—-]+$/.test(gapAfter(index, line, text))) return false;
  const [next, afterNext] = line.tokens.slice(index + 1, index + 3);
  const isList = ['и', 'или', 'до'].includes(next?.cyrillic?.toLowerCase() ?? '');
  const numeral = isList && isSpace(gapAfter(index + 1, line, text)) ? afterNext : next;
  return numeral !== undefined && isNumeral(numeral.text);
}

/** "V." begins a name, unless it ends a sentence as in "razred V." */
function isInitial(index: number, line: Line, text: string): boolean {
  const isAfterSmallWord =
    isSpace(gapAfter(index - 1, line, text)) && /^\p{Ll}/u.test(line.tokens[index - 1]?.text ?? '');
  return !isAfterSmallWord && text.charAt((line.tokens[index]?.start ?? 0) + 1) === '.';
}

function isInCompound(index: number, line: Line, text: string): boolean {
  return [index - 1, index].some((first) => {
    if (!isHyphen(gapAfter(first, line, text))) return false;
    const parts = line.tokens.slice(first, first + 2).map((token) => token.text.toLowerCase());
    return latinCompounds.has(parts.join('-'));
  });
}

/** What stands between a word and the next of its line; empty when there is no such pair. */
function gapAfter(index: number, { tokens }: Line, text: string): string {
  const [token, next] = [tokens[index], tokens[index + 1]];
  return token === undefined || next === undefined
    ? ''
    : text.slice(token.start + token.text.length, next.start);
}

function isSpace(gap: string): boolean {
  return /^[ \u00a0]+$/.test(gap);
}

function isHyphen(gap: string): boolean {
  return /^[-\u2010\u2011]$/.test(gap);
}

function isCapitalLetter(character: string): boolean {
  return /\p{Lu}/u.test(character);
}
