import { GraphQLCountryCode } from 'graphql-scalars';
import * as z from 'zod';
import { isValueOf, localizedText, partialDate, plainText, slug, statedCount, textLike } from './field.ts';

/** A published document that figures and facts were read from. */
export const sourceEntry = z.strictObject({
  code: slug,
  language: textLike(
    /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/,
    'a BCP 47 language tag such as en or sr-Latn',
  ),
  title: plainText.meta({ description: "As printed, in the document's own language" }),
  publisher: plainText,
  url: z.url({ protocol: /^https?$/, error: 'a web address beginning with https:// or http://' }).optional(),
  publishedOn: partialDate.optional(),
  translationOf: slug.optional(),
});
/** One entry of `sources.json`. */
export type SourceEntry = z.infer<typeof sourceEntry>;

/** How an organization is reached; never a person. */
const contact = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('EMAIL'),
    value: z.email('an address of the organization, such as office@example.org').max(254),
  }),
  z.strictObject({
    kind: z.literal('PHONE'),
    value: textLike(/^\+[0-9]{6,15}$/, 'a number with the code of its country, such as +38111123456'),
  }),
  z.strictObject({
    kind: z.literal('WEB'),
    value: z
      .url({ protocol: /^https?$/, error: 'a web address beginning with https:// or http://' })
      .max(254),
  }),
]);

/** An organization that takes part in a project or a network. */
export const organizationEntry = z.strictObject({
  code: slug,
  name: localizedText,
  acronym: plainText.optional(),
  kind: z.enum(['DONOR', 'INGO', 'NGO', 'AGENCY', 'LOCAL_GOVERNMENT']),
  country: textLike(/^[A-Z]{2}$/, 'an ISO 3166-1 alpha-2 code such as RS').refine(
    (code) => isValueOf(GraphQLCountryCode, code),
    'an ISO 3166-1 alpha-2 code such as RS',
  ),
  seat: slug.optional().meta({ description: 'The code of a city' }),
  contacts: z.array(contact).optional().meta({ description: 'For members only; never of a person' }),
});
/** One entry of `organizations.json`. */
export type OrganizationEntry = z.infer<typeof organizationEntry>;

/** A network of organizations. Its stated number of members is not the number of members listed. */
export const networkEntry = z.strictObject({
  code: slug,
  name: localizedText,
  description: localizedText.optional(),
  groupsServed: z.array(localizedText).default([]),
  memberCount: statedCount.optional(),
  members: z.array(slug).default([]),
  source: slug.optional(),
});
/** One entry of `networks.json`. */
export type NetworkEntry = z.infer<typeof networkEntry>;
