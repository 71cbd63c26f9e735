import { randomUUID } from 'node:crypto';
import type { Context, Viewer } from '../context.ts';
import { organizationByCode } from '../organization/store.ts';
import { cityByCode } from '../place/store.ts';
import { projectByCode } from '../project/store.ts';
import { type Problem, Refusal } from '../refusal/refusal.ts';
import { requireWriter } from '../refusal/require-writer.ts';
import { isOwnProject, type PersonValues, problemsOfPerson, problemsOfPlace } from './policy.ts';
import { addBeneficiaries, type BeneficiaryRow, type NewBeneficiary } from './store.ts';

/** Somebody who is to be enrolled, by the codes of the contract. */
export type Enrolment = Omit<PersonValues, 'sex' | 'birthYear'> & {
  readonly sex?: PersonValues['sex'] | undefined;
  readonly birthYear?: number | null | undefined;
  readonly city: string;
  readonly enrolledBy?: string | null | undefined;
};

/** Milliseconds that the largest batch may take. */
const TIMEOUT_MS = 30_000;

/** The day of today, as an ISO day. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/**
 * Enrols people in a project, all or none.
 *
 * @param pathOf - where one of them stands in the input, by its position
 */
export async function enrol(
  context: Context,
  project: string,
  enrolments: readonly Enrolment[],
  pathOf: (index: number) => readonly string[],
): Promise<readonly BeneficiaryRow[] | Refusal> {
  const { viewer, restricted } = requireWriter(context);
  const projectId = (await projectByCode(context, project))?.id;
  const problems: Problem[] = [];
  if (!isOwnProject(viewer, projectId)) {
    problems.push({ path: ['project'], message: 'There is no project of this code among yours.' });
  }
  const people = await Promise.all(
    enrolments.map(async (enrolment, index) => {
      const person = await personOf(context, viewer, enrolment);
      for (const { path, message } of person.problems) {
        problems.push({ path: [...pathOf(index), ...path], message });
      }
      return person.values;
    }),
  );
  if (problems.length > 0 || projectId === undefined) return new Refusal(inOrder(problems));
  const added = people.map((person) => ({ ...person, projectId }));
  return restricted.transact(viewer, (tx) => addBeneficiaries(tx, added), { timeoutMs: TIMEOUT_MS });
}

async function personOf(context: Context, viewer: Viewer, enrolment: Enrolment) {
  const { kind, sex = null, birthYear = null, category, enrolledIn } = enrolment;
  const cityId = (await cityByCode(context, enrolment.city))?.id;
  const organizationId = await organizationIdOf(context, viewer, enrolment.enrolledBy);
  const values = { kind, sex, birthYear, category, enrolledIn };
  const problems = [
    ...problemsOfPerson(values, today()),
    ...problemsOfPlace(viewer, { cityId, organizationId }, 'enrolledBy'),
  ];
  const person = { id: randomUUID(), ...values, cityId: cityId ?? 0, enrolledById: organizationId ?? 0 };
  return { problems, values: person satisfies Omit<NewBeneficiary, 'projectId'> };
}

/** The organization of this code; the viewer's own when none is named. */
export async function organizationIdOf(
  context: Context,
  viewer: Viewer,
  code: string | null | undefined,
): Promise<number | undefined> {
  if (code != null) return (await organizationByCode(context, code))?.id;
  return viewer.role === 'PUBLIC' ? undefined : (viewer.organizationId ?? undefined);
}

/** Rows are looked at side by side: their problems are told in the order of the input. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const rank = ({ path }: Problem) => Number(path[1] ?? -1);
  return [...problems].sort((a, b) => (rank(a) || 0) - (rank(b) || 0));
}
