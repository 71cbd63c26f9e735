import * as z from 'zod';
import { localizedText, point, positiveInteger, slug, textLike } from './field.ts';

/** A district (okrug). ISO 3166-2 and NUTS numbers differ: neither is ever derived from the other. */
export const districtEntry = z.strictObject({
  code: slug,
  iso3166: textLike(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'an ISO 3166-2 code such as RS-22'),
  nuts3: textLike(/^[A-Z]{2}[A-Z0-9]{3}$/, 'a NUTS 3 code such as RS226').optional(),
  name: localizedText,
  point: point.optional(),
});
/** One entry of `districts.json`. */
export type DistrictEntry = z.infer<typeof districtEntry>;

/** A city (grad) or municipality (opština). */
export const cityEntry = z.strictObject({
  code: slug,
  registryNumber: textLike(
    /^\d{5}$/,
    'a registry number (matični broj) of five digits, in quotes',
  ).optional(),
  district: slug,
  name: localizedText,
  point: point.optional(),
  geonamesId: positiveInteger
    .optional()
    .meta({ description: 'The GeoNames id of the town, not of the municipality' }),
});
/** One entry of `cities.json`. */
export type CityEntry = z.infer<typeof cityEntry>;
