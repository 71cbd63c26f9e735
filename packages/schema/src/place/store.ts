import type { Selectable } from 'kysely';
import type { Reader } from '../database/reader.ts';
import { anyOf, countRows, holdsText, withinWindow } from '../database/sql.ts';
import type { City, District } from '../generated/kysely.ts';
import { defineLoader, groupBy, indexBy } from '../loader.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import { isCode } from '../scalar/code.ts';

/** A district as it is kept. */
export type DistrictRow = Selectable<District>;
/** A city as it is kept. */
export type CityRow = Selectable<City>;

/** What to narrow the list of cities by; null is everything. */
export type CityFilter = { readonly search: string | null; readonly district: string | null };

const selectDistricts = (reader: Reader) => reader.selectFrom('district').selectAll('district');
const selectCities = (reader: Reader) => reader.selectFrom('city').selectAll('city');

/** The district with this id. */
export const districtById = defineLoader<number, DistrictRow>(async (ids, { reader }) =>
  indexBy(await selectDistricts(reader).where('district.id', '=', anyOf(ids)).execute(), ({ id }) => id),
);

/** The district with this code. */
export const districtByCode = defineLoader<string, DistrictRow>(async (codes, { reader }) =>
  indexBy(
    await selectDistricts(reader)
      .where('district.code', '=', anyOf(codes.filter(isCode)))
      .execute(),
    ({ code }) => code,
  ),
);

/** All districts, by code. */
export function listDistricts(reader: Reader): Promise<readonly DistrictRow[]> {
  return selectDistricts(reader).orderBy('district.code').execute();
}

/** The city with this id. */
export const cityById = defineLoader<number, CityRow>(async (ids, { reader }) =>
  indexBy(await selectCities(reader).where('city.id', '=', anyOf(ids)).execute(), ({ id }) => id),
);

/** The city with this code. */
export const cityByCode = defineLoader<string, CityRow>(async (codes, { reader }) =>
  indexBy(
    await selectCities(reader)
      .where('city.code', '=', anyOf(codes.filter(isCode)))
      .execute(),
    ({ code }) => code,
  ),
);

/** The cities of the district with this id, by code. */
export const citiesOfDistrict = defineLoader<number, readonly CityRow[]>(async (ids, { reader }) =>
  groupBy(
    await selectCities(reader).where('city.districtId', '=', anyOf(ids)).orderBy('city.code').execute(),
    (row) => row.districtId,
  ),
);

function narrow(reader: Reader, { search, district }: CityFilter) {
  return reader
    .selectFrom('city')
    .$if(search !== null, (query) => query.where(holdsText(['city.name'], search ?? '')))
    .$if(district !== null, (query) =>
      query.where('city.districtId', '=', (sub) =>
        sub.selectFrom('district').select('district.id').where('district.code', '=', district),
      ),
    );
}

/** One page of cities, by code. */
export function listCities(
  reader: Reader,
  filter: CityFilter,
  window: KeysetWindow,
): Promise<readonly CityRow[]> {
  return withinWindow(narrow(reader, filter).selectAll('city'), 'city.code', window).execute();
}

/** How many cities there are. */
export function countCities(reader: Reader, filter: CityFilter): Promise<number> {
  return countRows(narrow(reader, filter));
}
