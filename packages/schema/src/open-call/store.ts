import type { Selectable } from 'kysely';
import type { Reader } from '../database/reader.ts';
import { anyOf, countRows, withinWindow } from '../database/sql.ts';
import type { OpenCall } from '../generated/kysely.ts';
import { defineLoader, indexBy } from '../loader.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import { isCode } from '../scalar/code.ts';

/** A public call as it is kept. */
export type OpenCallRow = Selectable<OpenCall>;

const select = (reader: Reader) => reader.selectFrom('openCall').selectAll('openCall');

/** The public call with this code. */
export const openCallByCode = defineLoader<string, OpenCallRow>(async (codes, { reader }) =>
  indexBy(
    await select(reader)
      .where('openCall.code', '=', anyOf(codes.filter(isCode)))
      .execute(),
    ({ code }) => code,
  ),
);

function narrow(reader: Reader, project: string | null) {
  return reader
    .selectFrom('openCall')
    .$if(project !== null, (query) =>
      query.where('openCall.activityId', 'in', (sub) =>
        sub
          .selectFrom('activity')
          .innerJoin('project', 'project.id', 'activity.projectId')
          .select('activity.id')
          .where('project.code', '=', project),
      ),
    );
}

/** One page of public calls, by code. */
export function listOpenCalls(
  reader: Reader,
  project: string | null,
  window: KeysetWindow,
): Promise<readonly OpenCallRow[]> {
  return withinWindow(narrow(reader, project).selectAll('openCall'), 'openCall.code', window).execute();
}

/** How many public calls there are. */
export function countOpenCalls(reader: Reader, project: string | null): Promise<number> {
  return countRows(narrow(reader, project));
}
