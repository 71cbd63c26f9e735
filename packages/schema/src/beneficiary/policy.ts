import type { Viewer } from '../context.ts';
import type { BeneficiaryCategory, BeneficiaryKind, Sex } from '../generated/kysely.ts';
import type { Problem } from '../refusal/refusal.ts';
import { parsePartialDate } from '../scalar/partial-date.ts';

/** What is kept of a person or household, but for where it belongs. */
export type PersonValues = {
  readonly kind: BeneficiaryKind;
  readonly sex: Sex | null;
  readonly birthYear: number | null;
  readonly category: BeneficiaryCategory;
  /** A month: 2025-03. */
  readonly enrolledIn: string;
};

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const FIRST_BIRTH_YEAR = 1900;

// Messages about people never repeat what was found: they are kept with answers, and shown in logs of others.

/**
 * What is wrong with the values of a person.
 *
 * @param today - an ISO day: nobody is enrolled after it
 */
export function problemsOfPerson(
  { kind, sex, birthYear, enrolledIn }: PersonValues,
  today: string,
): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (name: string, message: string) => void problems.push({ path: [name], message });
  const isMonth = MONTH.test(enrolledIn) && !enrolledIn.startsWith('0000');
  if (!isMonth) add('enrolledIn', 'Expected a month, such as 2025-03: never a day.');
  else if (enrolledIn > today.slice(0, 7)) add('enrolledIn', 'Expected a month that has begun.');
  if (kind === 'HOUSEHOLD' && sex !== null) add('sex', 'Expected none: a household has no sex.');
  if (kind === 'HOUSEHOLD' && birthYear !== null) {
    add('birthYear', 'Expected none: a household has no year of birth.');
  }
  const last = isMonth ? Number(enrolledIn.slice(0, 4)) : Number(today.slice(0, 4));
  if (birthYear !== null && (birthYear < FIRST_BIRTH_YEAR || birthYear > last)) {
    add('birthYear', `Expected a year from ${FIRST_BIRTH_YEAR} to that of the enrolment.`);
  }
  return problems;
}

/** What is wrong with the days of some support. */
export function problemsOfDays(startsOn: string, endsOn: string | null): readonly Problem[] {
  const problems: Problem[] = [];
  const isDate = (name: string, text: string) => {
    try {
      parsePartialDate(text);
      return true;
    } catch {
      problems.push({ path: [name], message: 'Expected a date such as 2025-04-30, 2025-04 or 2025.' });
      return false;
    }
  };
  const areDates = [isDate('startsOn', startsOn), endsOn === null || isDate('endsOn', endsOn)].every(Boolean);
  // What begins in 2025-04 may end in 2025: compared as far as both are known.
  if (areDates && endsOn !== null) {
    const length = Math.min(startsOn.length, endsOn.length);
    if (endsOn.slice(0, length) < startsOn.slice(0, length)) {
      problems.push({ path: ['endsOn'], message: 'Expected a date that is not before the start.' });
    }
  }
  return problems;
}

/** Whether a viewer reads and writes records of people at all. */
export function mayKnowPeople({ role }: Viewer): boolean {
  return role === 'PARTNER' || role === 'STEWARD' || role === 'OPERATOR';
}

/** Where a record is to belong, by the ids of what its codes name; undefined where nothing has the code. */
export type Place = {
  readonly projectId: number | undefined;
  readonly cityId: number | undefined;
  readonly organizationId: number | undefined;
};

function isWithin(ids: readonly number[], id: number | undefined): boolean {
  return id !== undefined && ids.includes(id);
}

/** Whether a project is one of the viewer's. What is not is answered like what is not there. */
export function isOwnProject(viewer: Viewer, projectId: number | undefined): boolean {
  if (viewer.role === 'OPERATOR') return projectId !== undefined;
  return viewer.role !== 'PUBLIC' && isWithin(viewer.projectIds, projectId);
}

/** Whether the viewer works in a city. */
export function isOwnCity(viewer: Viewer, cityId: number | undefined): boolean {
  return viewer.role === 'PARTNER' ? isWithin(viewer.cityIds, cityId) : cityId !== undefined;
}

/** Whether the viewer writes for an organization. */
export function isOwnOrganization(viewer: Viewer, organizationId: number | undefined): boolean {
  return viewer.role === 'PARTNER'
    ? organizationId !== undefined && organizationId === viewer.organizationId
    : organizationId !== undefined;
}

/** What keeps a viewer from putting a record where it is to belong. */
export function problemsOfPlace(
  viewer: Viewer,
  { cityId, organizationId }: Pick<Place, 'cityId' | 'organizationId'>,
  organizationField: string,
): readonly Problem[] {
  return [
    ...(isOwnCity(viewer, cityId)
      ? []
      : [{ path: ['city'], message: 'There is no city of this code among yours.' }]),
    ...(isOwnOrganization(viewer, organizationId)
      ? []
      : [{ path: [organizationField], message: 'There is no organization of this code among yours.' }]),
  ];
}
