import type { Kysely, Selectable } from 'kysely';
import { type Columns, chooseColumns } from '../columns.ts';
import { prepare, prepareCount } from '../database/prepare.ts';
import type { Reader } from '../database/reader.ts';
import { anyOf, countRows, holdsText, withinWindow } from '../database/sql.ts';
import type { City, DB, District } from '../generated/kysely.ts';
import { defineColumnLoader, defineListLoader, defineLoader, groupBy, indexBy } from '../loader.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import { isCode } from '../scalar/code.ts';

/** A district as it is kept. */
export type DistrictRow = Selectable<District>;
/** A city as it is kept. */
export type CityRow = Selectable<City>;

type OfDistrict = { readonly columns: Columns<DistrictRow> };
type OfCity = { readonly columns: Columns<CityRow> };

/** What to narrow the list of cities by; null is everything. */
export type CityFilter = { readonly search: string | null; readonly district: string | null };

/** Columns of districts. */
export const districtColumns = chooseColumns<DistrictRow>(
  ['id', 'code', 'iso3166', 'nuts3', 'name', 'latitude', 'longitude'],
  {
    iso3166: ['iso3166'],
    nuts3: ['nuts3'],
    point: ['latitude', 'longitude'],
    cities: ['id'],
    figures: ['id'],
  },
);
/** Columns of cities. */
export const cityColumns = chooseColumns<CityRow>(
  ['id', 'code', 'registryNumber', 'districtId', 'name', 'latitude', 'longitude', 'geonamesId'],
  {
    registryNumber: ['registryNumber'],
    district: ['districtId'],
    point: ['latitude', 'longitude'],
    geonamesId: ['geonamesId'],
    figures: ['id'],
  },
);

const selectDistricts = (db: Kysely<DB>) => db.selectFrom('district').selectAll('district');
const selectCities = (db: Kysely<DB>) => db.selectFrom('city').selectAll('city');

const readDistrictsByIds = prepare((db, { ids, columns }: { ids: readonly number[] } & OfDistrict) =>
  db
    .selectFrom('district')
    // Where it is one of several kinds of places, this tells which.
    .select(columns.of('district', ['id', 'iso3166']))
    .where('district.id', '=', anyOf(ids)),
);
const readDistrictsByCodes = prepare((db, { codes }: { codes: readonly string[] }) =>
  selectDistricts(db).where('district.code', '=', anyOf(codes)),
);
const readDistricts = prepare((db) => selectDistricts(db).orderBy('district.code'));
const readCitiesByIds = prepare((db, { ids, columns }: { ids: readonly number[] } & OfCity) =>
  db
    .selectFrom('city')
    .select(columns.of('city', ['id', 'registryNumber']))
    .where('city.id', '=', anyOf(ids)),
);
const readCitiesByCodes = prepare((db, { codes }: { codes: readonly string[] }) =>
  selectCities(db).where('city.code', '=', anyOf(codes)),
);
const readCitiesOfDistricts = prepare((db, { ids }: { ids: readonly number[] }) =>
  selectCities(db).where('city.districtId', '=', anyOf(ids)).orderBy('city.code'),
);

/** The district with this id. */
export const districtById = defineColumnLoader(
  districtColumns,
  async (ids: readonly number[], { reader }, columns) =>
    indexBy(await readDistrictsByIds(reader, { ids, columns }), ({ id }) => id),
);

/** The district with this code. */
export const districtByCode = defineLoader<string, DistrictRow>(async (codes, { reader }) =>
  indexBy(await readDistrictsByCodes(reader, { codes: codes.filter(isCode) }), ({ code }) => code),
);

/** All districts, by code. */
export function listDistricts(reader: Reader): Promise<readonly DistrictRow[]> {
  return readDistricts(reader, {});
}

/** The city with this id. */
export const cityById = defineColumnLoader(cityColumns, async (ids: readonly number[], { reader }, columns) =>
  indexBy(await readCitiesByIds(reader, { ids, columns }), ({ id }) => id),
);

/** The city with this code. */
export const cityByCode = defineLoader<string, CityRow>(async (codes, { reader }) =>
  indexBy(await readCitiesByCodes(reader, { codes: codes.filter(isCode) }), ({ code }) => code),
);

/** The cities of the district with this id, by code. */
export const citiesOfDistrict = defineListLoader<number, CityRow>(async (ids, { reader }) =>
  groupBy(await readCitiesOfDistricts(reader, { ids }), (row) => row.districtId),
);

function narrow(db: Kysely<DB>, { search, district }: CityFilter) {
  return db
    .selectFrom('city')
    .$if(search !== null, (query) => query.where(holdsText(['city.name'], search as string)))
    .$if(district !== null, (query) =>
      query.where('city.districtId', '=', (sub) =>
        sub
          .selectFrom('district')
          .select('district.id')
          .where('district.code', '=', district as string),
      ),
    );
}

const readCities = prepare((db, asked: CityFilter & KeysetWindow) =>
  withinWindow(narrow(db, asked).selectAll('city'), 'city.code', asked),
);
const countNarrowed = prepareCount((db, filter: CityFilter) => countRows(narrow(db, filter)));

/** One page of cities, by code. */
export function listCities(
  reader: Reader,
  filter: CityFilter,
  window: KeysetWindow,
): Promise<readonly CityRow[]> {
  return readCities(reader, { ...filter, ...window });
}

/** How many cities there are. */
export function countCities(reader: Reader, filter: CityFilter): Promise<number> {
  return countNarrowed(reader, filter);
}
