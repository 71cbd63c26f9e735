import { builder } from '../builder.ts';
import { IN_CONNECTION } from '../columns.ts';
import { resolveKeyset } from '../paging/keyset.ts';
import { ComponentCode } from '../project/component-type.ts';
import { IS_CODE, parseCode } from '../scalar/code.ts';
import { parseSearch } from '../scalar/search.ts';
import { activityByCode, activityColumns, countActivities, listActivities } from './store.ts';
import { Activity, ActivityType } from './type.ts';

const ActivityFilter = builder.inputType('ActivityFilter', {
  description: 'What to narrow the list of activities by. All that is given must hold.',
  fields: (t) => ({
    project: t.string({ extensions: IS_CODE, description: 'Code of the project.' }),
    component: t.field({ type: ComponentCode, description: 'The component.' }),
    type: t.field({ type: ActivityType, description: 'The kind.' }),
    city: t.string({ extensions: IS_CODE, description: 'Code of the city that it took place in.' }),
    search: t.string({ description: 'Part of the title, in any script, with or without diacritics.' }),
  }),
});

builder.queryFields((t) => ({
  activity: t.field({
    extensions: { scope: 'PUBLIC' },
    type: Activity,
    nullable: true,
    description: 'The activity with this code; null when there is none.',
    args: { code: t.arg.string({ required: true, description: 'For example study-visit-novi-pazar.' }) },
    resolve: (_root, { code }, context) => activityByCode(context, code),
  }),
  activities: t.connection(
    {
      extensions: { scope: 'PUBLIC' },
      type: Activity,
      description: 'Activities, by code.',
      args: { filter: t.arg({ type: ActivityFilter, description: 'Narrows the list.' }) },
      resolve: (_root, { filter: given, ...args }, { reader }, info) => {
        const columns = activityColumns.askedBy(info, IN_CONNECTION);
        const filter = {
          project: parseCode('filter.project', given?.project),
          component: given?.component ?? null,
          type: given?.type ?? null,
          city: parseCode('filter.city', given?.city),
          search: parseSearch(given?.search),
        };
        return resolveKeyset(args, {
          name: 'activities',
          read: (window) => listActivities(reader, filter, window, columns),
          keyOf: ({ code }) => code,
          count: () => countActivities(reader, filter),
        });
      },
    },
    { extensions: { scope: 'PUBLIC' }, description: 'A page of activities.' },
    { extensions: { scope: 'PUBLIC' }, description: 'An activity with its cursor.' },
  ),
}));
