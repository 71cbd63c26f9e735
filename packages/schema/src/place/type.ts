import { builder } from '../builder.ts';
import type { LocalizedText } from '../locale/localized-text.ts';
import { localizedField } from '../locale/type.ts';
import {
  type CityRow,
  citiesOfDistrict,
  cityByCode,
  type DistrictRow,
  districtByCode,
  districtById,
} from './store.ts';

/** A place as it is kept, or its code alone where nothing else is asked for. */
type PlaceShape = { readonly code: string } & (
  | { readonly name: LocalizedText }
  | { readonly title: LocalizedText }
  | { readonly placeType: 'City' | 'District' }
);

/** Whatever a value can be measured for. */
export const Place = builder.interfaceRef<PlaceShape>('Place').implement({
  description: 'Whatever a value can be measured for: a whole project, a district or a city.',
  resolveType: (place) => {
    if ('placeType' in place) return place.placeType;
    if ('iso3166' in place) return 'District';
    return 'registryNumber' in place ? 'City' : 'Project';
  },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable, readable key, for people and for addresses.' }),
  }),
});

type Located = { readonly latitude: number | null; readonly longitude: number | null };
type PointShape = { readonly latitude: number; readonly longitude: number };

const Point = builder.objectRef<PointShape>('Point').implement({
  extensions: { scope: 'PUBLIC' },
  description: 'A point on the earth (WGS 84).',
  fields: (t) => ({
    latitude: t.expose('latitude', { type: 'Latitude', description: 'Degrees north.' }),
    longitude: t.expose('longitude', { type: 'Longitude', description: 'Degrees east.' }),
  }),
});

function pointOf({ latitude, longitude }: Located): PointShape | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

/** A district (okrug). */
export const District = builder.objectRef<DistrictRow>('District');
/** A city (grad) or municipality (opština). */
export const City = builder.objectRef<CityRow>('City');

builder.node(District, {
  extensions: { scope: 'PUBLIC' },
  description: 'A district (okrug).',
  interfaces: [Place],
  id: { resolve: ({ code }) => code },
  loadMany: (codes, context) =>
    Promise.all(codes.map(async (code) => (await districtByCode(context, code)) ?? null)),
  fields: (t) => ({
    name: localizedField(t, 'Name, such as Pirotski okrug.', ({ name }) => name),
    iso3166: t.exposeString('iso3166', {
      description: 'ISO 3166-2 code, such as RS-22. Its number is not that of the NUTS code.',
    }),
    nuts3: t.exposeString('nuts3', { nullable: true, description: 'NUTS 2021 level 3 code, such as RS226.' }),
    point: t.field({ type: Point, nullable: true, description: 'A point within it.', resolve: pointOf }),
    cities: t.field({
      type: [City],
      description: 'The cities and municipalities within it that are known here, by code.',
      resolve: ({ id }, _args, context) => citiesOfDistrict(context, id),
    }),
  }),
});

builder.node(City, {
  extensions: { scope: 'PUBLIC' },
  description: 'A city (grad) or municipality (opština).',
  interfaces: [Place],
  id: { resolve: ({ code }) => code },
  loadMany: (codes, context) =>
    Promise.all(codes.map(async (code) => (await cityByCode(context, code)) ?? null)),
  fields: (t) => ({
    name: localizedField(t, 'Name, such as Novi Pazar.', ({ name }) => name),
    registryNumber: t.exposeString('registryNumber', {
      nullable: true,
      description: 'National registry number of the municipality (matični broj opštine).',
    }),
    district: t.field({
      type: District,
      description: 'The district that it lies in.',
      resolve: ({ districtId }, _args, context, info) => districtById.required(context, districtId, info),
    }),
    point: t.field({ type: Point, nullable: true, description: 'Where the town lies.', resolve: pointOf }),
    geonamesId: t.exposeInt('geonamesId', {
      nullable: true,
      description: 'GeoNames id of the town, not of the municipality.',
    }),
  }),
});
