import type { Pool } from 'pg';
import { execute } from '../../../../testing/execute.ts';
import { addSynthetic } from '../../../../testing/synthetic.ts';
import type { Viewer } from '../context.ts';

/** Ids of what synthetic projects 1 and 2 are made of, each with a city and an organization of its own. */
export type Ids = { readonly project: number; readonly city: number; readonly organization: number };

/** Adds two projects for people to be enrolled in: `synthetic-0001` and `synthetic-0002`. */
export async function addPlaces(pool: Pool): Promise<readonly [Ids, Ids]> {
  await addSynthetic(pool, 1, 2);
  const { rows } = await pool.query<Ids>(
    `SELECT project.id AS project, city.id AS city, organization.id AS organization
     FROM project JOIN city USING (code) JOIN organization USING (code)
     WHERE code LIKE 'synthetic-%' ORDER BY code`,
  );
  return rows as unknown as readonly [Ids, Ids];
}

/** Viewers of the first project, and strangers to it. */
export function viewersOf([own, other]: readonly [Ids, Ids]) {
  const partner = (scope: Partial<Ids> = {}, caller = 'key:partner'): Viewer => ({
    role: 'PARTNER',
    caller,
    organizationId: scope.organization ?? own.organization,
    projectIds: [scope.project ?? own.project],
    cityIds: [scope.city ?? own.city],
  });
  const steward = (project: number): Viewer => ({
    role: 'STEWARD',
    caller: 'key:steward',
    organizationId: other.organization,
    projectIds: [project],
    cityIds: [],
  });
  const strangers: Readonly<Record<string, Viewer>> = {
    'the public': { role: 'PUBLIC' },
    'a member': {
      role: 'MEMBER',
      caller: 'key:member',
      organizationId: own.organization,
      projectIds: [own.project],
      cityIds: [own.city],
    },
    'a partner of another organization': partner({ organization: other.organization }),
    'a partner in another project': partner({ project: other.project }),
    'a partner in another city': partner({ city: other.city }),
    'a steward of another project': steward(other.project),
  };
  return { partner: partner(), steward: steward(own.project), strangers };
}

/** Somebody to enrol in the first project. */
export const PERSON = {
  kind: 'PERSON',
  sex: 'FEMALE',
  birthYear: 1987,
  category: 'RETURNEE',
  city: 'synthetic-0001',
  enrolledIn: '2025-03',
} as const;

export const ENROL = `mutation ($input: EnrolBeneficiaryInput!) { enrolBeneficiary(input: $input) {
  ... on BeneficiarySaved { beneficiary { id revision } } ... on InputRefused { message issues { path message } } } }`;

/** Executes a mutation with this input; what it answers. */
export async function mutate(pool: Pool, viewer: Viewer, document: string, input: object) {
  const { data, errors } = await execute(pool, { document, variables: { input }, viewer });
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return Object.values(data)[0] as never;
}

/** Enrols somebody; the global id. */
export async function enrolSomebody(pool: Pool, viewer: Viewer, change: object = {}): Promise<string> {
  const input = { project: 'synthetic-0001', beneficiary: { ...PERSON, ...change } };
  const { beneficiary } = await mutate(pool, viewer, ENROL, input);
  return (beneficiary as { id: string }).id;
}
