import { builder } from '../builder.ts';
import type { Viewer as ViewerShape } from '../context.ts';
import { organizationById } from '../organization/store.ts';
import { Organization } from '../organization/type.ts';
import { cityById } from '../place/store.ts';
import { City } from '../place/type.ts';
import { projectById } from '../project/store.ts';
import { Project } from '../project/type.ts';
import { type Permission as PermissionName, permissionsOf } from './policy.ts';

const ViewerRole = builder.enumType('ViewerRole', {
  description: 'What a caller is, from who may the least to who may the most.',
  values: {
    PUBLIC: { description: 'Anybody. Sees what is published.' },
    MEMBER: { description: 'A member organization. Sees preliminary values and contacts as well.' },
    PARTNER: { description: 'An implementing partner. Writes, in its projects and cities.' },
    STEWARD: { description: 'The lead organization. Answers for its projects.' },
  } as const,
});

const Permission = builder.enumType('Permission', {
  description: 'Something that a caller may do.',
  values: {
    READ_PUBLISHED: { description: 'Read what is published.' },
    READ_PRELIMINARY: { description: 'Read values that are not published yet.' },
    READ_CONTACTS: { description: 'Read how organizations are reached.' },
    READ_BENEFICIARIES: { description: 'Read records of people, those of its own scope.' },
    WRITE_BENEFICIARIES: { description: 'Write records of people, those of its own scope.' },
    PUBLISH_MEASUREMENTS: { description: 'Publish and withdraw values of its projects.' },
    RELEASE_STATISTICS: { description: 'Freeze statistics of its projects.' },
    MANAGE_KEYS: { description: 'Issue, rotate and revoke keys for its projects.' },
  } as const satisfies Record<PermissionName, object>,
});

/** Keeps the records that are there, in order. */
async function present<Row>(rows: readonly Promise<Row | undefined>[]): Promise<readonly Row[]> {
  return (await Promise.all(rows)).filter((row) => row !== undefined);
}

/** Who asks. */
export const Viewer = builder.objectRef<ViewerShape>('Viewer').implement({
  extensions: { scope: 'PUBLIC' },
  description: 'Who asks, by the key or the token of the request, and what that lets it do.',
  fields: (t) => ({
    role: t.field({
      type: ViewerRole,
      description: 'What it is.',
      resolve: ({ role }) => (role === 'OPERATOR' ? 'STEWARD' : role),
    }),
    organization: t.field({
      type: Organization,
      nullable: true,
      description: 'The organization that it asks for; null for the public.',
      resolve: (viewer, _args, context) =>
        viewer.role === 'PUBLIC' || viewer.organizationId === null
          ? null
          : organizationById(context, viewer.organizationId),
    }),
    projects: t.field({
      type: [Project],
      description: 'The projects that it may do more in than the public.',
      resolve: (viewer, _args, context) =>
        viewer.role === 'PUBLIC' ? [] : present(viewer.projectIds.map((id) => projectById(context, id))),
    }),
    cities: t.field({
      type: [City],
      description: 'The cities that a partner works in; empty for all others, whose role looks at none.',
      resolve: (viewer, _args, context) =>
        viewer.role === 'PUBLIC' ? [] : present(viewer.cityIds.map((id) => cityById(context, id))),
    }),
    permissions: t.field({
      type: [Permission],
      description: 'What it may do.',
      resolve: ({ role }) => permissionsOf(role),
    }),
    keyExpiresOn: t.field({
      type: 'PartialDate',
      nullable: true,
      description: 'The last day that its key is good for; null when it has no end, or without a key.',
      resolve: (viewer) => (viewer.role === 'PUBLIC' ? null : (viewer.keyExpiresOn ?? null)),
    }),
  }),
});
