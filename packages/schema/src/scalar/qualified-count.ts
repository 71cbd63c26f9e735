import { builder } from '../builder.ts';
import type { Qualifier as QualifierValue } from '../generated/kysely.ts';

/** How exact a stated number is. */
export const Qualifier = builder.enumType('Qualifier', {
  description: 'How exact a stated number is.',
  values: {
    EXACT: { description: 'The number itself.' },
    MORE_THAN: { description: 'More than the number.' },
    AT_LEAST: { description: 'The number or more.' },
    ABOUT: { description: 'About the number.' },
  } as const,
});

/** A stated number with what is known of its exactness. */
export const QualifiedCount = builder
  .objectRef<{ readonly value: number; readonly qualifier: QualifierValue }>('QualifiedCount')
  .implement({
    extensions: { scope: 'PUBLIC' },
    description: 'A stated number of things or people, with how exact it is.',
    fields: (t) => ({
      value: t.exposeInt('value', { description: 'The number as stated.' }),
      qualifier: t.field({
        type: Qualifier,
        description: 'How exact it is.',
        resolve: ({ qualifier }) => qualifier,
      }),
    }),
  });
