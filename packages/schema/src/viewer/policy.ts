import type { ViewerRole } from '../context.ts';

/** What a viewer may do, each with who may at least. */
const PERMISSIONS = {
  READ_PUBLISHED: 'PUBLIC',
  READ_PRELIMINARY: 'MEMBER',
  READ_CONTACTS: 'MEMBER',
  READ_BENEFICIARIES: 'PARTNER',
  WRITE_BENEFICIARIES: 'PARTNER',
  PUBLISH_MEASUREMENTS: 'STEWARD',
  RELEASE_STATISTICS: 'STEWARD',
  MANAGE_KEYS: 'STEWARD',
} as const satisfies Record<string, ViewerRole>;

/** Something that a viewer may do. */
export type Permission = keyof typeof PERMISSIONS;

const ROLES: readonly ViewerRole[] = ['PUBLIC', 'MEMBER', 'PARTNER', 'STEWARD', 'OPERATOR'];

/** All that a viewer of this role may do. */
export function permissionsOf(role: ViewerRole): readonly Permission[] {
  const names = Object.keys(PERMISSIONS) as Permission[];
  return names.filter((name) => ROLES.indexOf(PERMISSIONS[name]) <= ROLES.indexOf(role));
}
