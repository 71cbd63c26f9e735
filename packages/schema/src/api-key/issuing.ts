import type { Context } from '../context.ts';
import { Refusal, refuse } from '../refusal/refusal.ts';
import { findIds, type Grant } from '../viewer/store.ts';
import { mayIssue, problemsOfKey } from './policy.ts';
import { type ApiKeyRow, addBeside, addFamily, type IssuedKey, type NewKey, revokeById } from './store.ts';

/** Who issues keys, and through what. */
export type KeyIssuer = Pick<Context, 'reader' | 'restricted' | 'viewer'>;
/** What a key is to be, by the codes of the contract. */
export type KeyInput = Grant & { readonly expiresOn: string | null };

/** Most codes of one kind that a key may name. */
const MOST_CODES = 100;

/** The day of today, as keys are told. */
const today = () => new Date().toISOString().slice(0, 10);

const dateOf = (day: string | null) => (day === null ? null : new Date(day));

/** What is answered of a key that is not there, and of one that the viewer may not touch. */
export const noSuchKey = (): Refusal => refuse(['id'], 'There is no such key that lives, or none of yours.');

/** Issues the first key of a family. */
export async function issueKey(issuer: KeyIssuer, input: KeyInput): Promise<IssuedKey | Refusal> {
  const { reader, restricted, viewer } = issuer;
  const { role, organization, projects, cities, expiresOn } = input;
  const tooMany = (
    [
      ['projects', projects],
      ['cities', cities],
    ] as const
  ).find(([, codes]) => codes.length > MOST_CODES);
  if (tooMany) return refuse([tooMany[0]], `Expected at most ${MOST_CODES}.`);
  const [organizationIds, projectIds, cityIds] = await Promise.all([
    findIds(reader, 'organization', [organization]),
    findIds(reader, 'project', projects),
    findIds(reader, 'city', cities),
  ]);
  const wish = {
    role,
    organizationId: organizationIds.get(organization),
    projectIds: projects.map((code) => projectIds.get(code)),
    cityIds: cities.map((code) => cityIds.get(code)),
    expiresOn,
  };
  const problems = problemsOfKey(viewer, wish, today());
  if (problems.length > 0 || restricted === null || wish.organizationId === undefined)
    return new Refusal(problems);
  return addFamily(restricted, viewer, {
    role,
    organizationId: wish.organizationId,
    projectIds: [...projectIds.values()],
    cityIds: [...cityIds.values()],
    expiresOn: dateOf(expiresOn),
  });
}

/** Issues a second key beside one that lives, with the same scope. Its end is that of the other, unless given. */
export async function rotateKey(
  { restricted, viewer }: KeyIssuer,
  { id, expiresOn }: { readonly id: string; readonly expiresOn: string | null },
): Promise<IssuedKey | Refusal> {
  if (restricted === null || !mayIssue(viewer)) return noSuchKey();
  let problems: Refusal['problems'] = [];
  const change = (row: ApiKeyRow): NewKey | null => {
    const { role, organizationId, projectIds, cityIds } = row;
    const day = expiresOn ?? row.expiresOn?.toISOString().slice(0, 10) ?? null;
    problems = problemsOfKey(viewer, { role, organizationId, projectIds, cityIds, expiresOn: day }, today());
    return problems.length > 0 ? null : { role, organizationId, projectIds, cityIds, expiresOn: dateOf(day) };
  };
  const issued = await addBeside(restricted, viewer, id, change);
  if (problems.length > 0) return new Refusal(problems);
  if (issued === 'ABSENT') return noSuchKey();
  if (issued === 'TWO_LIVE') {
    return refuse(
      ['id'],
      'Two keys of its family live already. Revoke the one that is no longer used first.',
    );
  }
  return issued;
}

/** Revokes a key, for ever. */
export async function revokeKey({ restricted, viewer }: KeyIssuer, id: string): Promise<ApiKeyRow | Refusal> {
  const row = restricted && mayIssue(viewer) ? await revokeById(restricted, viewer, id) : null;
  return row ?? noSuchKey();
}
