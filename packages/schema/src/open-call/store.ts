import type { Kysely, Selectable } from 'kysely';
import { prepare, prepareCount } from '../database/prepare.ts';
import type { Reader } from '../database/reader.ts';
import { anyOf, countRows, withinWindow } from '../database/sql.ts';
import type { DB, OpenCall } from '../generated/kysely.ts';
import { defineLoader, indexBy } from '../loader.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import { isCode } from '../scalar/code.ts';

/** A public call as it is kept. */
export type OpenCallRow = Selectable<OpenCall>;

type Filter = { readonly project: string | null };

const readByCodes = prepare((db, { codes }: { codes: readonly string[] }) =>
  db.selectFrom('openCall').selectAll('openCall').where('openCall.code', '=', anyOf(codes)),
);

/** The public call with this code. */
export const openCallByCode = defineLoader<string, OpenCallRow>(async (codes, { reader }) =>
  indexBy(await readByCodes(reader, { codes: codes.filter(isCode) }), ({ code }) => code),
);

function narrow(db: Kysely<DB>, { project }: Filter) {
  return db.selectFrom('openCall').$if(project !== null, (query) =>
    query.where('openCall.activityId', 'in', (sub) =>
      sub
        .selectFrom('activity')
        .innerJoin('project', 'project.id', 'activity.projectId')
        .select('activity.id')
        .where('project.code', '=', project as string),
    ),
  );
}

const readPage = prepare((db, asked: Filter & KeysetWindow) =>
  withinWindow(narrow(db, asked).selectAll('openCall'), 'openCall.code', asked),
);
const countNarrowed = prepareCount((db, filter: Filter) => countRows(narrow(db, filter)));

/** One page of public calls, by code. */
export function listOpenCalls(
  reader: Reader,
  project: string | null,
  window: KeysetWindow,
): Promise<readonly OpenCallRow[]> {
  return readPage(reader, { project, ...window });
}

/** How many public calls there are. */
export function countOpenCalls(reader: Reader, project: string | null): Promise<number> {
  return countNarrowed(reader, { project });
}
