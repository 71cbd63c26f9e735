import type { LocalizedText } from '../locale/localized-text.ts';
import { CHILDREN_LAW } from './perturbation-table.ts';

/** How the counts of a release were protected. */
export type Protection = { readonly threshold: number; readonly variance: number };

/** What to know before reading protected counts, in plain words. */
export function noteOn({ threshold, variance }: Protection): LocalizedText {
  const { threshold: children } = CHILDREN_LAW;
  return {
    en: [
      'Counts of persons, protected by noise so that nobody can be told from them.',
      `A value is 0 or at least ${threshold}, for cells of children 0 or at least ${children}; a 0 may stand for nobody or for a few.`,
      `From ${threshold} persons up, values differ from the true count by noise with variance ${variance}, for children from ${children}; all values are right on average.`,
      'Each cell is protected by itself: margins need not add up, and the difference of two values is no count.',
      'The same persons always get the same noise, in every table and every release.',
      'Persons were enrolled in the period or supported within it; age is that at the end of the period.',
      'Whose sex or year of birth is not known counts in totals, and in no breakdown by it.',
      'Whoever was supported by several components counts in each, and who lives outside the places of the project in the whole of it alone.',
    ].join(' '),
    'sr-Latn': [
      'Brojevi osoba, zaštićeni šumom tako da se iz njih niko ne može prepoznati.',
      `Vrednost je 0 ili najmanje ${threshold}, a za ćelije dece 0 ili najmanje ${children}; 0 može da znači nikoga ili nekoliko osoba.`,
      `Od ${threshold} osoba naviše vrednosti odstupaju od tačnog broja za šum sa varijansom ${variance}, za decu od ${children}; sve vrednosti su u proseku tačne.`,
      'Svaka ćelija je zaštićena sama za sebe: zbirovi ne moraju da se slažu, a razlika dve vrednosti nije broj osoba.',
      'Iste osobe uvek dobijaju isti šum, u svakoj tabeli i u svakom izdanju.',
      'Osobe su upisane u periodu ili su u njemu dobile podršku; starost je ona na kraju perioda.',
      'Osobe čiji pol ili godina rođenja nisu poznati ulaze u ukupne brojeve, a ne u podelu po njima.',
      'Ko je dobio podršku iz više komponenti računa se u svakoj, a ko živi van mesta projekta samo u celini.',
    ].join(' '),
  };
}
