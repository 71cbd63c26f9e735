import * as z from 'zod';
import {
  componentCode,
  decimal,
  localizedText,
  period,
  qualifier,
  slug,
  sources,
  textLike,
} from './field.ts';

/** What is counted, and whether its values may be added up. */
export const indicatorEntry = z
  .strictObject({
    code: slug,
    name: localizedText,
    definition: localizedText.optional(),
    unit: slug,
    component: componentCode.optional(),
    resultLevel: z.enum(['OUTPUT', 'OUTCOME', 'IMPACT']),
    direction: z.enum(['MORE_IS_BETTER', 'LESS_IS_BETTER']),
    aggregation: z.enum(['SUM', 'LATEST', 'NONE']),
    additiveOver: z.array(z.enum(['PLACE', 'PERIOD', 'DISAGGREGATION'])),
    countsPersons: z.boolean(),
  })
  .refine((entry) => (entry.aggregation === 'SUM') === entry.additiveOver.length > 0, {
    path: ['additiveOver'],
    error: 'a dimension or more where the aggregation is SUM, and none elsewhere',
  })
  .refine((entry) => entry.unit !== 'person' || entry.countsPersons, {
    path: ['countsPersons'],
    error: 'true, as the unit is person',
  });
/** One entry of `indicators.json`. */
export type IndicatorEntry = z.infer<typeof indicatorEntry>;

/** Where something was measured; absent means the whole project. */
export const place = z.union([z.strictObject({ city: slug }), z.strictObject({ district: slug })], {
  error: '{ "city": code } or { "district": code }',
});

/** One published number of an indicator. */
export const measurementEntry = z.strictObject({
  indicator: slug,
  kind: z.enum(['BASELINE', 'TARGET', 'ACTUAL']),
  value: decimal,
  qualifier,
  period,
  place: place.optional(),
  disaggregation: z
    .record(
      slug.meta({ description: 'A dimension such as sex' }),
      textLike(/^[A-Za-z0-9][A-Za-z0-9_+-]*$/, 'a category of letters, digits and _ + -, such as FEMALE'),
    )
    .refine(
      (categories) => Object.keys(categories).length > 0,
      'a dimension or more; leave it out for the total',
    )
    .optional(),
  status: z.enum(['PRELIMINARY', 'PUBLISHED', 'WITHDRAWN']).default('PUBLISHED'),
  note: localizedText.optional(),
  sources,
});
/** One entry of `measurements.json`. */
export type MeasurementEntry = z.infer<typeof measurementEntry>;
