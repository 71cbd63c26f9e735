import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Viewer } from '../context.ts';
import type { Restricted } from '../database/restricted.ts';
import type { WriterTransaction } from '../database/writer.ts';
import type { ApiKey } from '../generated/kysely.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import { createKey } from './key.ts';

/** A key as it is kept. */
export type ApiKeyRow = Selectable<ApiKey>;
/** A key that was made just now, with the key itself: nobody can tell it again. */
export type IssuedKey = { readonly row: ApiKeyRow; readonly key: string };
/** What a new key lets its holder do. */
export type NewKey = Pick<ApiKeyRow, 'role' | 'organizationId' | 'projectIds' | 'cityIds' | 'expiresOn'>;

/** Milliseconds that a look-up may take: whoever is shut out in the meantime must not stay in. */
const LOOK_UP_MS = 1_000;
const DAY_MS = 86_400_000;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** The day of an instant, as PostgreSQL keeps days. */
function dayOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / DAY_MS) * DAY_MS);
}

/** When a key ends, in milliseconds since the epoch; null when it does not. */
function endOf({ expiresOn }: Pick<ApiKeyRow, 'expiresOn'>): number | null {
  return expiresOn && expiresOn.getTime() + DAY_MS;
}

/** Whether a key is good for anything. */
export function isLive(row: Pick<ApiKeyRow, 'expiresOn' | 'revokedAt'>): boolean {
  return row.revokedAt === null && (endOf(row) ?? Number.POSITIVE_INFINITY) > Date.now();
}

/** Finds who shows the key of this hash, and notes the day. Of all keys it sees that one alone. */
export function findViewerByKey(
  restricted: Restricted,
  hash: string,
): Promise<{ readonly viewer: Viewer; readonly expiresAt: number | null } | null> {
  const look = async (tx: WriterTransaction) => {
    await tx.$executeRaw`SELECT set_config('app.key_hash', ${hash}, true)`;
    const row = await tx.apiKey.findUnique({ where: { hash } });
    if (row === null || !isSame(row.hash, hash) || !isLive(row)) return null;
    const today = dayOf(new Date());
    if (row.lastUsedOn === null || row.lastUsedOn < today) {
      await tx.apiKey.updateMany({ where: { hash }, data: { lastUsedOn: today } });
    }
    return { viewer: viewerOf(row), expiresAt: endOf(row) };
  };
  return restricted.transact({ role: 'PUBLIC' }, look, { timeoutMs: LOOK_UP_MS });
}

function isSame(kept: string, shown: string): boolean {
  return kept.length === shown.length && timingSafeEqual(Buffer.from(kept), Buffer.from(shown));
}

function viewerOf({ id, role, organizationId, projectIds, cityIds, expiresOn }: ApiKeyRow): Viewer {
  const keyExpiresOn = expiresOn?.toISOString().slice(0, 10);
  return {
    role,
    caller: `key:${id}`,
    organizationId,
    projectIds,
    cityIds,
    ...(keyExpiresOn !== undefined && { keyExpiresOn }),
  };
}

/** One page of the keys that a viewer manages, by id. */
export function listKeys(
  restricted: Restricted,
  viewer: Viewer,
  { after, before, descending, limit }: KeysetWindow,
): Promise<readonly ApiKeyRow[]> {
  const id = { ...(isId(after) && { gt: after }), ...(isId(before) && { lt: before }) };
  return restricted.transact(viewer, (tx) =>
    tx.apiKey.findMany({ where: { id }, orderBy: { id: descending ? 'desc' : 'asc' }, take: limit }),
  );
}

/** How many keys a viewer manages. */
export function countKeys(restricted: Restricted, viewer: Viewer): Promise<number> {
  return restricted.transact(viewer, (tx) => tx.apiKey.count());
}

function isId(text: string | null): text is string {
  return text !== null && UUID.test(text);
}

function addKey(tx: WriterTransaction, key: NewKey, familyId: string, slot: number): Promise<IssuedKey> {
  const { key: text, hash } = createKey();
  return tx.apiKey.create({ data: { ...key, familyId, slot, hash } }).then((row) => ({ row, key: text }));
}

/** Issues the first key of a family. */
export function addFamily(restricted: Restricted, viewer: Viewer, key: NewKey): Promise<IssuedKey> {
  return restricted.transact(viewer, (tx) => addKey(tx, key, randomUUID(), 1));
}

/** Why a key is not rotated: there is none of this id that lives, or two of its family do already. */
export type RotationProblem = 'ABSENT' | 'TWO_LIVE';

/**
 * Issues a second key beside a live one, which goes on to be good.
 *
 * @param change - what the new key is to be, from what the other is; null when the viewer may not issue it
 */
export function addBeside(
  restricted: Restricted,
  viewer: Viewer,
  id: string,
  change: (row: ApiKeyRow) => NewKey | null,
): Promise<IssuedKey | RotationProblem> {
  return restricted.transact(viewer, async (tx) => {
    const rotated = isId(id) ? await tx.apiKey.findUnique({ where: { id } }) : null;
    const key = rotated && isLive(rotated) ? change(rotated) : null;
    if (rotated === null || key === null) return 'ABSENT';
    const { familyId } = rotated;
    // One rotation of a family after the other: each finds what those before it left.
    await tx.$queryRaw`SELECT id FROM api_key WHERE family_id = ${familyId}::uuid ORDER BY id FOR UPDATE`;
    const family = await tx.apiKey.findMany({ where: { familyId, slot: { not: null } } });
    const ended = family.filter((row) => !isLive(row)).map((row) => row.id);
    if (ended.length > 0) await tx.apiKey.updateMany({ where: { id: { in: ended } }, data: revoked() });
    const taken = family.filter((row) => !ended.includes(row.id)).map(({ slot }) => slot);
    const slot = [1, 2].find((free) => !taken.includes(free));
    return slot === undefined ? 'TWO_LIVE' : addKey(tx, key, familyId, slot);
  });
}

const revoked = () => ({ slot: null, revokedAt: new Date() });

/** Revokes a key, for ever. One that is revoked stays as it is; null when there is none of this id. */
export async function revokeById(
  restricted: Restricted,
  viewer: Viewer,
  id: string,
): Promise<ApiKeyRow | null> {
  if (!isId(id)) return null;
  return restricted.transact(viewer, async (tx) => {
    await tx.apiKey.updateMany({ where: { id, revokedAt: null }, data: revoked() });
    return tx.apiKey.findUnique({ where: { id } });
  });
}
