import { builder } from '../builder.ts';
import { localeArg } from '../locale/type.ts';
import { isOpen, type PeriodValue, periodLabel } from './period.ts';

/** A span of time. */
export const Period = builder.objectRef<PeriodValue>('Period').implement({
  extensions: { scope: 'PUBLIC' },
  description: 'A span of time. Either side may be open.',
  fields: (t) => ({
    start: t.expose('start', {
      type: 'PartialDate',
      nullable: true,
      description: 'First day, month or year; null when the start is open or not known.',
    }),
    end: t.expose('end', {
      type: 'PartialDate',
      nullable: true,
      description: 'Last day, month or year, itself included; null when the end is open.',
    }),
    isOpen: t.boolean({
      description:
        'Whether a side is open: the value may still be counted on, or counts from an unnamed day.',
      resolve: isOpen,
    }),
    sinceProjectStart: t.exposeBoolean('sinceProjectStart', {
      description: 'Whether it begins with the project. `start` is null when no source gives that day.',
    }),
    label: t.string({
      description: 'In words, such as "since 2023".',
      args: { locale: localeArg() },
      resolve: (period, { locale }, context) => periodLabel(period, locale ?? context.locale),
    }),
  }),
});
