import { builder } from '../builder.ts';
import { Conflict, type Problem, Refusal } from './refusal.ts';

const InputIssue = builder.objectRef<Problem>('InputIssue').implement({
  extensions: { scope: 'PUBLIC' },
  description: 'What is wrong with one input.',
  fields: (t) => ({
    path: t.exposeStringList('path', {
      description:
        'Where it stands within the argument `input`: names of input fields, and positions in lists from 0.',
    }),
    message: t.exposeString('message', { description: 'What was expected, and how to mend it.' }),
  }),
});

/** What a mutation answers that does nothing. */
export const InputRefused = builder.objectType(Refusal, {
  name: 'InputRefused',
  isTypeOf: (value) => value instanceof Refusal,
  extensions: { scope: 'PUBLIC' },
  description: 'Nothing was done, for reasons that the caller can mend.',
  fields: (t) => ({
    message: t.string({
      description: 'All of it in one sentence.',
      resolve: ({ problems }) =>
        problems.length === 1
          ? 'Nothing was done: one input is not as expected.'
          : `Nothing was done: ${problems.length} inputs are not as expected.`,
    }),
    issues: t.field({
      type: [InputIssue],
      description: 'All that is wrong, in the order of the input.',
      resolve: ({ problems }) => problems,
    }),
  }),
});

/** What a mutation answers that was meant for another revision. */
export const RevisionConflict = builder.objectType(Conflict, {
  name: 'RevisionConflict',
  isTypeOf: (value) => value instanceof Conflict,
  extensions: { scope: 'PUBLIC' },
  description: 'Nothing was done: somebody changed the record since the caller read it.',
  fields: (t) => ({
    message: t.string({
      description: 'What to do.',
      resolve: () => 'The record was changed since. Read it again, and decide again.',
    }),
    currentRevision: t.exposeInt('currentRevision', { description: 'The revision that the record is at.' }),
  }),
});
