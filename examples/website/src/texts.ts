import type { Locale } from '@reintegration/sdk';

/** The words of the page. What the figures say comes from the gateway. */
export type Texts = {
  readonly skip: string;
  readonly languages: string;
  readonly eyebrow: string;
  readonly untitled: string;
  readonly lead: string;
  readonly loading: string;
  readonly empty: string;
  readonly failure: string;
  readonly retry: string;
  readonly details: string;
  readonly stale: string;
  readonly updated: string;
  readonly wholeProject: string;
  readonly severalComponents: string;
  readonly target: string;
  readonly source: string;
  readonly asOf: string;
  readonly revision: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly dataVersion: string;
  readonly polling: string;
  readonly qualifiers: Readonly<Record<string, string>>;
};

export const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = {
  EN: 'en',
  SR_LATN: 'sr-Latn',
  SR_CYRL: 'sr-Cyrl',
};

export const TEXTS: Readonly<Record<Locale, Texts>> = {
  EN: {
    skip: 'Skip to the figures',
    languages: 'Language',
    eyebrow: 'Live figures',
    untitled: 'What the project has reached',
    lead: 'Straight from the project’s open data. Every figure names its source.',
    loading: 'Loading the figures…',
    empty: 'No figures are published yet.',
    failure: 'The figures cannot be loaded at the moment.',
    retry: 'Try again',
    details: 'Technical details',
    stale: 'No connection at the moment. What you see was last checked on',
    updated: 'The figures were updated.',
    wholeProject: 'Whole project',
    severalComponents: 'Across components',
    target: 'Target',
    source: 'Source',
    asOf: 'As of',
    revision: 'revision',
    copy: 'Copy citation',
    copied: 'Copied',
    copyByHand: 'Copy it from here:',
    dataVersion: 'Data version',
    polling: 'New figures appear by themselves.',
    qualifiers: { EXACT: '', MORE_THAN: 'more than', AT_LEAST: 'at least', ABOUT: 'about' },
  },
  SR_LATN: {
    skip: 'Pređi na podatke',
    languages: 'Jezik',
    eyebrow: 'Aktuelni podaci',
    untitled: 'Šta je projekat postigao',
    lead: 'Neposredno iz otvorenih podataka projekta. Uz svaki podatak stoji izvor.',
    loading: 'Podaci se učitavaju…',
    empty: 'Još nema objavljenih podataka.',
    failure: 'Podaci trenutno ne mogu da se učitaju.',
    retry: 'Pokušaj ponovo',
    details: 'Tehnički detalji',
    stale: 'Trenutno nema veze. Prikazani podaci su poslednji put provereni',
    updated: 'Podaci su ažurirani.',
    wholeProject: 'Ceo projekat',
    severalComponents: 'Za više komponenti',
    target: 'Cilj',
    source: 'Izvor',
    asOf: 'Stanje',
    revision: 'revizija',
    copy: 'Kopiraj citat',
    copied: 'Kopirano',
    copyByHand: 'Kopirajte odavde:',
    dataVersion: 'Verzija podataka',
    polling: 'Novi podaci se pojavljuju sami.',
    qualifiers: { EXACT: '', MORE_THAN: 'više od', AT_LEAST: 'najmanje', ABOUT: 'oko' },
  },
  SR_CYRL: {
    skip: 'Пређи на податке',
    languages: 'Језик',
    eyebrow: 'Актуелни подаци',
    untitled: 'Шта је пројекат постигао',
    lead: 'Непосредно из отворених података пројекта. Уз сваки податак стоји извор.',
    loading: 'Подаци се учитавају…',
    empty: 'Још нема објављених података.',
    failure: 'Подаци тренутно не могу да се учитају.',
    retry: 'Покушај поново',
    details: 'Технички детаљи',
    stale: 'Тренутно нема везе. Приказани подаци су последњи пут проверени',
    updated: 'Подаци су ажурирани.',
    wholeProject: 'Цео пројекат',
    severalComponents: 'За више компоненти',
    target: 'Циљ',
    source: 'Извор',
    asOf: 'Стање',
    revision: 'ревизија',
    copy: 'Копирај цитат',
    copied: 'Копирано',
    copyByHand: 'Копирајте одавде:',
    dataVersion: 'Верзија података',
    polling: 'Нови подаци се појављују сами.',
    qualifiers: { EXACT: '', MORE_THAN: 'више од', AT_LEAST: 'најмање', ABOUT: 'око' },
  },
};
