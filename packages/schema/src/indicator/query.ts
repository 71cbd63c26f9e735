import { builder } from '../builder.ts';
import { resolveKeyset } from '../paging/keyset.ts';
import { ComponentCode } from '../project/component-type.ts';
import { IS_CODE, parseCode } from '../scalar/code.ts';
import { parseSearch } from '../scalar/search.ts';
import { countIndicators, indicatorByCode, listIndicators } from './store.ts';
import { IndicatorType } from './type.ts';

const IndicatorFilter = builder.inputType('IndicatorFilter', {
  description: 'What to narrow the list of indicators by. All that is given must hold.',
  fields: (t) => ({
    project: t.string({
      extensions: IS_CODE,
      description: 'Code of a project that has, or had, published values for it.',
    }),
    component: t.field({ type: ComponentCode, description: 'The component.' }),
    search: t.string({
      description: 'Part of the name or the definition, in any script, with or without diacritics.',
    }),
  }),
});

builder.queryFields((t) => ({
  indicator: t.field({
    extensions: { scope: 'PUBLIC' },
    type: IndicatorType,
    nullable: true,
    description: 'The indicator with this code; null when there is none.',
    args: { code: t.arg.string({ required: true, description: 'For example self-employment-grants.' }) },
    resolve: (_root, { code }, context) => indicatorByCode(context, code),
  }),
  indicators: t.connection(
    {
      extensions: { scope: 'PUBLIC' },
      type: IndicatorType,
      description: 'Indicators, by code.',
      args: { filter: t.arg({ type: IndicatorFilter, description: 'Narrows the list.' }) },
      resolve: (_root, { filter: given, ...args }, { reader }) => {
        const filter = {
          project: parseCode('filter.project', given?.project),
          component: given?.component ?? null,
          search: parseSearch(given?.search),
        };
        return resolveKeyset(args, {
          name: 'indicators',
          read: (window) => listIndicators(reader, filter, window),
          keyOf: ({ code }) => code,
          count: () => countIndicators(reader, filter),
        });
      },
    },
    { extensions: { scope: 'PUBLIC' }, description: 'A page of indicators.' },
    { extensions: { scope: 'PUBLIC' }, description: 'An indicator with its cursor.' },
  ),
}));
