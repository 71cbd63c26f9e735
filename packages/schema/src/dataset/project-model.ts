import { GraphQLCurrency } from 'graphql-scalars';
import * as z from 'zod';
import {
  amount,
  componentCode,
  isValueOf,
  localizedText,
  partialDate,
  slug,
  sources,
  textLike,
} from './field.ts';

/** One strand of work, the same for every project of the network. */
export const componentEntry = z.strictObject({
  code: componentCode,
  position: z.int().min(1).max(1000),
  name: localizedText,
});
/** One entry of `components.json`. */
export type ComponentEntry = z.infer<typeof componentEntry>;

/** The project that the dataset is about. */
export const projectEntry = z.strictObject({
  code: slug,
  title: localizedText,
  startsOn: partialDate.optional(),
  endsOn: partialDate.optional(),
  dateSources: z.array(slug).default([]),
  status: z
    .enum(['PLANNED', 'ONGOING', 'COMPLETED'])
    .optional()
    .meta({ description: 'Only where the project states it; otherwise it follows from the dates' }),
  notes: z
    .strictObject({
      startsOn: localizedText.optional(),
      endsOn: localizedText.optional(),
      cities: localizedText.optional(),
    })
    .optional()
    .meta({ description: 'Why a value is as it is, for whoever edits it' }),
  components: z.array(z.strictObject({ code: componentCode, supports: z.array(localizedText).default([]) })),
  targetGroups: z.array(localizedText),
  districts: z.array(slug),
  cities: z.array(slug),
  participations: z.array(
    z.strictObject({
      organization: slug,
      role: z.enum(['FUNDER', 'LEAD', 'IMPLEMENTING_PARTNER', 'LOCAL_PARTNER', 'CO_FUNDER']),
      component: componentCode.optional(),
      source: slug.optional(),
    }),
  ),
  budgets: z.array(
    z.strictObject({
      city: slug,
      amount,
      currency: textLike(/^[A-Z]{3}$/, 'an ISO 4217 code such as EUR').refine(
        (code) => isValueOf(GraphQLCurrency, code),
        'an ISO 4217 code such as EUR',
      ),
      sources,
    }),
  ),
  isSynthetic: z
    .boolean()
    .default(false)
    .meta({ description: 'True for invented rows made to try things out, never for real people or figures' }),
});
/** The content of `project.json`. */
export type ProjectEntry = z.infer<typeof projectEntry>;
