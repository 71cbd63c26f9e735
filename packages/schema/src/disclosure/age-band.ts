/** A range of whole years of age, both ends included; an end that is null is open. */
type AgeBand = { readonly code: string; readonly to: number | null };

/** Children apart, then youth, two halves of working age, and the old. */
const BANDS: readonly AgeBand[] = [
  { code: '0-17', to: 17 },
  { code: '18-29', to: 29 },
  { code: '30-44', to: 44 },
  { code: '45-64', to: 64 },
  { code: '65+', to: null },
];

/** The codes of all bands, youngest first. */
export const AGE_BANDS: readonly string[] = BANDS.map(({ code }) => code);

/** The band that holds children and nobody else. */
export const CHILDREN_BAND = '0-17';

/** The band of whoever was born in a year, by the age reached in the year that the period ends in. */
export function ageBandOf(birthYear: number, endYear: number): string {
  const age = endYear - birthYear;
  return BANDS.find(({ to }) => to === null || age <= to)?.code ?? '';
}
