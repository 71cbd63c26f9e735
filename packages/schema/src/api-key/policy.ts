import type { Viewer } from '../context.ts';
import type { Problem } from '../refusal/refusal.ts';

/** What a key is to let its holder do, with the ids of what its codes name; undefined where nothing has the code. */
export type KeyWish = {
  readonly role: 'MEMBER' | 'PARTNER' | 'STEWARD';
  readonly organizationId: number | undefined;
  readonly projectIds: readonly (number | undefined)[];
  readonly cityIds: readonly (number | undefined)[];
  /** The last day that it is to be good for; null for no end. */
  readonly expiresOn: string | null;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The projects that a viewer may issue keys for. */
function isOwn(viewer: Viewer, projectId: number | undefined): boolean {
  if (viewer.role === 'OPERATOR') return projectId !== undefined;
  return viewer.role === 'STEWARD' && projectId !== undefined && viewer.projectIds.includes(projectId);
}

/** Whether a viewer may issue keys at all. */
export function mayIssue({ role }: Viewer): boolean {
  return role === 'STEWARD' || role === 'OPERATOR';
}

/** What is said of a project that is not there, and of one that is not the viewer's. */
export function noSuchProject(index: number): Problem {
  return {
    path: ['projects', String(index)],
    message: 'There is no project of this code among yours.',
  };
}

/**
 * What keeps a viewer from issuing a key. Nobody grants more than it has: a project of others is answered like one
 * that is not there.
 *
 * @param today - the day of today
 */
export function problemsOfKey(viewer: Viewer, wish: KeyWish, today: string): readonly Problem[] {
  const { role, organizationId, projectIds, cityIds, expiresOn } = wish;
  const problems: Problem[] = [];
  const add = (path: readonly string[], message: string) => void problems.push({ path, message });
  if (organizationId === undefined) add(['organization'], 'There is no organization of this code.');
  else if (viewer.role === 'STEWARD' && role === 'STEWARD' && organizationId !== viewer.organizationId) {
    add(['organization'], 'A key for a steward can be issued for your own organization only.');
  }
  projectIds.forEach((id, index) => {
    if (!isOwn(viewer, id)) problems.push(noSuchProject(index));
  });
  if (projectIds.length === 0 && (role !== 'MEMBER' || viewer.role !== 'OPERATOR')) {
    add(['projects'], 'No project was named. Expected at least one.');
  }
  cityIds.forEach((id, index) => {
    if (id === undefined) add(['cities', String(index)], 'There is no city of this code.');
  });
  if (role === 'PARTNER' && cityIds.length === 0)
    add(['cities'], 'No city was named. Expected at least one.');
  if (role !== 'PARTNER' && cityIds.length > 0)
    add(['cities'], 'Cities were named. They are for partners only.');
  if (expiresOn !== null && !DAY.test(expiresOn))
    add(['expiresOn'], 'Expected a whole day, such as 2027-12-31.');
  else if (expiresOn !== null && expiresOn < today) add(['expiresOn'], 'This day has passed.');
  return problems;
}
