import { activityById } from '../activity/store.ts';
import { Activity } from '../activity/type.ts';
import { builder } from '../builder.ts';
import { type OpenCallRow, openCallByCode } from './store.ts';

/** A public call for applications. */
export const OpenCall = builder.objectRef<OpenCallRow>('OpenCall');

builder.node(OpenCall, {
  extensions: { scope: 'PUBLIC' },
  description:
    'A public call for applications. Its title, place, component and sources are those of its activity.',
  id: { resolve: ({ code }) => code },
  loadMany: (codes, context) =>
    Promise.all(codes.map(async (code) => (await openCallByCode(context, code)) ?? null)),
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable, readable key.' }),
    activity: t.field({
      type: Activity,
      description: 'The activity of type OPEN_CALL that announces it.',
      resolve: ({ activityId }, _args, context) => activityById.required(context, activityId),
    }),
    opensOn: t.expose('opensOn', {
      type: 'PartialDate',
      nullable: true,
      description: 'First day for applications; null where no source says.',
    }),
    closesOn: t.expose('closesOn', {
      type: 'PartialDate',
      nullable: true,
      description: 'Last day for applications; null where no source says.',
    }),
  }),
});
