import * as z from 'zod';
import {
  componentCode,
  localizedText,
  partialDate,
  positiveInteger,
  slug,
  sources,
  statedCount,
} from './field.ts';

/** Something that the project held or takes part in. */
export const activityEntry = z.strictObject({
  code: slug,
  type: z.enum([
    'STUDY_VISIT',
    'ROUND_TABLE',
    'SEMINAR',
    'TRAINING',
    'WORKSHOP',
    'COUNSELLING',
    'PUBLIC_EVENT',
    'OPEN_CALL',
  ]),
  component: componentCode.optional(),
  title: localizedText,
  topics: z.array(localizedText).default([]),
  city: slug.optional(),
  venue: localizedText.optional(),
  heldOn: partialDate.optional(),
  durationDays: positiveInteger.optional(),
  isOngoing: z.boolean().default(false),
  partOf: slug.optional(),
  followedBy: localizedText.optional(),
  participantsFrom: z
    .array(slug)
    .default([])
    .meta({ description: 'Codes of cities, in the order of the source' }),
  networks: z.array(slug).default([]),
  participantsCount: statedCount.optional(),
  sources,
});
/** One entry of `activities.json`. */
export type ActivityEntry = z.infer<typeof activityEntry>;

/** The days of a public call, which an activity of type OPEN_CALL announces. */
export const openCallEntry = z.strictObject({
  code: slug,
  activity: slug,
  opensOn: partialDate.optional(),
  closesOn: partialDate.optional(),
});
/** One entry of `open-calls.json`. */
export type OpenCallEntry = z.infer<typeof openCallEntry>;
