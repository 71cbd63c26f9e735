export type HomeLocale = 'EN' | 'SR_LATN' | 'SR_CYRL';

export interface HomeTexts {
  readonly languageTag: string;
  /** The language's own name for itself, as the language switch shows it. */
  readonly languageName: string;
  readonly languages: string;
  readonly skip: string;
  readonly title: string;
  readonly lead: string;
  readonly explorer: string;
  readonly contract: string;
  readonly health: string;
  readonly servedNow: string;
  readonly projects: string;
  readonly figures: string;
  readonly sources: string;
  readonly indicators: string;
  readonly cities: string;
  readonly currentAsOf: string;
  readonly notYetPublished: string;
  readonly dataVersion: string;
  readonly softwareVersion: string;
  readonly highlights: string;
  /** Words in front of a number that is not exact. */
  readonly qualifiers: Readonly<Record<'EXACT' | 'MORE_THAN' | 'AT_LEAST' | 'ABOUT', string>>;
  readonly source: string;
  readonly about: string;
  readonly aboutText: readonly string[];
  readonly audience: string;
  readonly audiences: readonly { readonly who: string; readonly what: string }[];
  readonly use: string;
  readonly useText: string;
  readonly fromCommandLine: string;
  readonly fromProgram: string;
}

const EN: HomeTexts = {
  languageTag: 'en',
  languageName: 'English',
  languages: 'Language',
  skip: 'Skip to the content',
  title: 'Reintegration data hub',
  lead: 'Open figures on the reintegration of returnees in Serbia, each with its source.',
  explorer: 'Open the explorer',
  contract: 'Contract (SDL)',
  health: 'Service status',
  servedNow: 'Served now',
  projects: 'Projects',
  figures: 'Figures',
  sources: 'Sources',
  indicators: 'Indicators',
  cities: 'Cities and municipalities',
  currentAsOf: 'Last published',
  notYetPublished: 'Nothing has been published yet.',
  dataVersion: 'Data version',
  softwareVersion: 'Software version',
  highlights: 'Figures from the project',
  qualifiers: { EXACT: '', MORE_THAN: 'more than', AT_LEAST: 'at least', ABOUT: 'about' },
  source: 'Source',
  about: 'What this is',
  aboutText: [
    'The hub serves what social-development projects publish about themselves: indicators, targets and results, activities, places and partners. Every published figure names the document it was read from. Where a source says nothing, the answer stays empty; nothing is estimated.',
    'The first project is Reintegration II, further support for the sustainable (re)integration of returnees in Serbia. The same contract is open to other projects of the IRIS network.',
  ],
  audience: 'For whom',
  audiences: [
    { who: 'Developers of partner tools', what: 'Typed operations and answers through the SDK.' },
    {
      who: 'Members of the IRIS network',
      what: 'Shared data to query, beginning in the explorer.',
    },
    { who: 'Websites', what: 'Current figures in small answers.' },
  ],
  use: 'How to use it',
  useText: 'One GraphQL address answers everything. Published data needs no account and no key.',
  fromCommandLine: 'From the command line',
  fromProgram: 'From a program',
};

const SR_LATN: HomeTexts = {
  languageTag: 'sr-Latn',
  languageName: 'Srpski',
  languages: 'Jezik',
  skip: 'Pređi na sadržaj',
  title: 'Čvorište podataka o reintegraciji',
  lead: 'Otvoreni podaci o reintegraciji povratnika u Srbiji, svaki sa svojim izvorom.',
  explorer: 'Otvori istraživač upita',
  contract: 'Šema (SDL)',
  health: 'Stanje servisa',
  servedNow: 'Trenutno dostupno',
  projects: 'Projekti',
  figures: 'Objavljeni podaci',
  sources: 'Izvori',
  indicators: 'Pokazatelji',
  cities: 'Gradovi i opštine',
  currentAsOf: 'Poslednji put objavljeno',
  notYetPublished: 'Još ništa nije objavljeno.',
  dataVersion: 'Verzija podataka',
  softwareVersion: 'Verzija softvera',
  highlights: 'Podaci iz projekta',
  qualifiers: { EXACT: '', MORE_THAN: 'više od', AT_LEAST: 'najmanje', ABOUT: 'oko' },
  source: 'Izvor',
  about: 'O čemu je reč',
  aboutText: [
    'Na ovom mestu dostupno je ono što projekti društvenog razvoja objavljuju o sebi: pokazatelji, ciljne vrednosti i rezultati, aktivnosti, mesta i partneri. Uz svaki objavljeni podatak naveden je dokument iz kojeg je preuzet. Gde izvor ćuti, odgovor ostaje prazan; ništa se ne procenjuje.',
    'Prvi projekat je Reintegracija II – dalja podrška održivoj (re)integraciji povratnika u Srbiji. Ista šema otvorena je i za druge projekte mreže IRIS.',
  ],
  audience: 'Kome je namenjeno',
  audiences: [
    {
      who: 'Programerima partnerskih alata',
      what: 'Tipizirani upiti i odgovori preko paketa SDK.',
    },
    { who: 'Članicama mreže IRIS', what: 'Zajednički podaci za upite, počev od istraživača upita.' },
    { who: 'Veb-sajtovima', what: 'Aktuelni podaci u malim odgovorima.' },
  ],
  use: 'Kako se koristi',
  useText: 'Na sve odgovara jedna adresa GraphQL. Za objavljene podatke nisu potrebni ni nalog ni ključ.',
  fromCommandLine: 'Iz komandne linije',
  fromProgram: 'Iz programa',
};

const SR_CYRL: HomeTexts = {
  languageTag: 'sr-Cyrl',
  languageName: 'Српски',
  languages: 'Језик',
  skip: 'Пређи на садржај',
  title: 'Чвориште података о реинтеграцији',
  lead: 'Отворени подаци о реинтеграцији повратника у Србији, сваки са својим извором.',
  explorer: 'Отвори истраживач упита',
  contract: 'Шема (SDL)',
  health: 'Стање сервиса',
  servedNow: 'Тренутно доступно',
  projects: 'Пројекти',
  figures: 'Објављени подаци',
  sources: 'Извори',
  indicators: 'Показатељи',
  cities: 'Градови и општине',
  currentAsOf: 'Последњи пут објављено',
  notYetPublished: 'Још ништа није објављено.',
  dataVersion: 'Верзија података',
  softwareVersion: 'Верзија софтвера',
  highlights: 'Подаци из пројекта',
  qualifiers: { EXACT: '', MORE_THAN: 'више од', AT_LEAST: 'најмање', ABOUT: 'око' },
  source: 'Извор',
  about: 'О чему је реч',
  aboutText: [
    'На овом месту доступно је оно што пројекти друштвеног развоја објављују о себи: показатељи, циљне вредности и резултати, активности, места и партнери. Уз сваки објављени податак наведен је документ из којег је преузет. Где извор ћути, одговор остаје празан; ништа се не процењује.',
    'Први пројекат је Реинтеграција II – даља подршка одрживој (ре)интеграцији повратника у Србији. Иста шема отворена је и за друге пројекте мреже IRIS.',
  ],
  audience: 'Коме је намењено',
  audiences: [
    {
      who: 'Програмерима партнерских алата',
      what: 'Типизирани упити и одговори преко пакета SDK.',
    },
    { who: 'Чланицама мреже IRIS', what: 'Заједнички подаци за упите, почев од истраживача упита.' },
    { who: 'Веб-сајтовима', what: 'Актуелни подаци у малим одговорима.' },
  ],
  use: 'Како се користи',
  useText: 'На све одговара једна адреса GraphQL. За објављене податке нису потребни ни налог ни кључ.',
  fromCommandLine: 'Из командне линије',
  fromProgram: 'Из програма',
};

export const homeTexts: Readonly<Record<HomeLocale, HomeTexts>> = { EN, SR_LATN, SR_CYRL };
