import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Reader } from '../database/reader.ts';
import { badUserInput } from '../error.ts';
import { defineLoader, required } from '../loader.ts';

/** The published data as it stood from one instant on. */
export type Edition = {
  /** 0 before anything was published. */
  readonly version: number;
  /** The instant that the edition answers for. */
  readonly asOf: Date;
};

const EPOCH = new Date(0);

/** The channel on which PostgreSQL tells each new version at its commit, as a number in decimal. */
export const PUBLICATION_CHANNEL = 'publication';

/** Reads `version`, the newest one, for whoever has a connection and no reader. */
export const READ_DATA_VERSION = 'SELECT coalesce(max(version), 0)::int AS version FROM publication';

/** The newest version and when it was published. */
export async function readCurrentEdition(reader: Reader): Promise<Edition> {
  const newest = await reader
    .selectFrom('publication')
    .select(['version', 'publishedAt'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { version: newest?.version ?? 0, asOf: newest?.publishedAt ?? EPOCH };
}

/** Waits until no transaction is publishing: it may already have taken an instant that has passed. */
async function awaitPublisher(reader: Reader): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock_shared(hashtext('publication'))`.execute(reader);
}

async function readEdition(reader: Reader, asOf: Date): Promise<Edition> {
  const current = await readCurrentEdition(reader);
  if (asOf > current.asOf) {
    const { rows } = await sql<{ now: Date }>`SELECT clock_timestamp() AS now`.execute(reader);
    if (asOf > (rows[0]?.now ?? EPOCH)) {
      throw badUserInput(
        `"asOf" is ${asOf.toISOString()}, which is yet to come. Expected an instant that has passed.`,
      );
    }
    await awaitPublisher(reader);
  }
  const found = await reader
    .selectFrom('publication')
    .select('version')
    .where('publishedAt', '<=', asOf)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { version: found?.version ?? 0, asOf };
}

const currentEdition = defineLoader<'current', Edition>(
  async (_keys, { reader }) => new Map([['current', await readCurrentEdition(reader)]]),
);

const pastEdition = defineLoader<Date, Edition>(
  async (instants, { reader }) =>
    new Map(
      await Promise.all(
        instants.map(
          async (asOf): Promise<[string, Edition]> => [asOf.toISOString(), await readEdition(reader, asOf)],
        ),
      ),
    ),
  (asOf) => asOf.toISOString(),
);

/**
 * The edition that a field answers from: the newest, or the one of an instant. All fields of one request
 * that ask for the same get the same, whatever is published in the meantime.
 *
 * @throws ApiError BAD_USER_INPUT when the instant is yet to come
 */
export async function editionOf(context: Context, asOf: Date | null | undefined): Promise<Edition> {
  const edition = await required(
    asOf == null ? currentEdition(context, 'current') : pastEdition(context, asOf),
  );
  const before = used.get(context);
  used.set(context, before === undefined || before === edition ? edition : null);
  return edition;
}

/** The edition that each request reads; null when it reads several. */
const used = new WeakMap<Context, Edition | null>();

/** The one edition that a request has read from; null when it read from none, or from several. */
export function editionUsedBy(context: Context): Edition | null {
  return used.get(context) ?? null;
}

/** The newest version of the published data; 0 before anything was published. */
export async function readDataVersion(reader: Reader): Promise<number> {
  return (await readCurrentEdition(reader)).version;
}
