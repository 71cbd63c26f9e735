import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { prepare } from '../database/prepare.ts';
import type { Reader } from '../database/reader.ts';
import { badUserInput } from '../error.ts';
import { defineLoader, readGroups } from '../loader.ts';
import { type Edition, NO_EDITION } from './edition.ts';

const readNewest = prepare((db) =>
  db.selectFrom('publication').select(['version', 'publishedAt']).orderBy('version', 'desc').limit(1),
);
const readVersionAsOf = prepare((db, { asOf }: { asOf: Date }) =>
  db
    .selectFrom('publication')
    .select('version')
    .where('publishedAt', '<=', asOf)
    .orderBy('version', 'desc')
    .limit(1),
);

/** The newest version and when it was published. */
export async function readCurrentEdition(reader: Reader): Promise<Edition> {
  const [newest] = await readNewest(reader, {});
  return newest ? { version: newest.version, asOf: newest.publishedAt } : NO_EDITION;
}

/** Waits until no transaction is publishing: it may already have taken an instant that has passed. */
const awaitPublisher = prepare(
  (db) =>
    db.selectNoFrom(sql<string>`pg_advisory_xact_lock_shared(hashtext('publication'))::text`.as('waited')),
  { isWaiting: true },
);
const readClock = prepare((db) => db.selectNoFrom(sql<Date>`clock_timestamp()`.as('now')));

async function readEdition(reader: Reader, asOf: Date): Promise<Edition> {
  const current = await readCurrentEdition(reader);
  if (asOf > current.asOf) {
    const [clock] = await readClock(reader, {});
    if (asOf > (clock?.now ?? NO_EDITION.asOf)) {
      throw badUserInput(
        `"asOf" is ${asOf.toISOString()}, which is yet to come. Expected an instant that has passed.`,
      );
    }
    await awaitPublisher(reader, {});
  }
  const [found] = await readVersionAsOf(reader, { asOf });
  return { version: found?.version ?? 0, asOf };
}

const currentEdition = defineLoader<'current', Edition>(
  async (_keys, { reader, newest }) => new Map([['current', newest ?? (await readCurrentEdition(reader))]]),
);

const instantText = (asOf: Date) => asOf.toISOString();
const pastEdition = defineLoader<Date, Edition>(
  (instants, { reader }) =>
    readGroups(instants, instantText, instantText, async ([asOf]) => [
      [instantText(asOf as Date), await readEdition(reader, asOf as Date)],
    ]),
  instantText,
);

/**
 * The edition that a field answers from: the newest, or the one of an instant. All fields of one request
 * that ask for the same get the same, whatever is published in the meantime.
 *
 * @throws ApiError BAD_USER_INPUT when the instant is yet to come
 */
export async function editionOf(context: Context, asOf: Date | null | undefined): Promise<Edition> {
  const edition = await (asOf == null
    ? currentEdition.required(context, 'current')
    : pastEdition.required(context, asOf));
  const { seen } = context;
  seen.edition = !seen.usesEdition || seen.edition === edition ? edition : null;
  seen.usesEdition = true;
  return edition;
}

/** The newest version of the published data; 0 before anything was published. */
export async function readDataVersion(reader: Reader): Promise<number> {
  return (await readCurrentEdition(reader)).version;
}
