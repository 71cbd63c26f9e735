import type { Selectable } from 'kysely';
import type { Reader } from '../database/reader.ts';
import { anyOf, countRows, holdsText, withinWindow } from '../database/sql.ts';
import type { Activity, ActivityType, ComponentCode } from '../generated/kysely.ts';
import { defineLoader, groupBy, indexBy } from '../loader.ts';
import type { NetworkRow } from '../organization/store.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import type { CityRow } from '../place/store.ts';
import { isCode } from '../scalar/code.ts';
import type { SourceRow } from '../source/store.ts';

/** An activity as it is kept. */
export type ActivityRow = Selectable<Activity>;

/** What to narrow the list of activities by; null is everything. */
export type ActivityFilter = {
  readonly project: string | null;
  readonly component: ComponentCode | null;
  readonly type: ActivityType | null;
  readonly city: string | null;
  readonly search: string | null;
};

const select = (reader: Reader) => reader.selectFrom('activity').selectAll('activity');

/** The activity with this id. */
export const activityById = defineLoader<number, ActivityRow>(async (ids, { reader }) =>
  indexBy(await select(reader).where('activity.id', '=', anyOf(ids)).execute(), ({ id }) => id),
);

/** The activity with this code. */
export const activityByCode = defineLoader<string, ActivityRow>(async (codes, { reader }) =>
  indexBy(
    await select(reader)
      .where('activity.code', '=', anyOf(codes.filter(isCode)))
      .execute(),
    ({ code }) => code,
  ),
);

/** The parts of the activity with this id, by code. */
export const partsOfActivity = defineLoader<number, readonly ActivityRow[]>(async (ids, { reader }) =>
  groupBy(
    await select(reader).where('activity.partOfId', '=', anyOf(ids)).orderBy('activity.code').execute(),
    (row) => row.partOfId,
  ),
);

/** The cities that the participants of the activity with this id came from, in the order of the source. */
export const originsOfActivity = defineLoader<number, readonly CityRow[]>(async (ids, { reader }) =>
  groupBy(
    await reader
      .selectFrom('activityOrigin')
      .innerJoin('city', 'city.id', 'activityOrigin.cityId')
      .selectAll('city')
      .select('activityOrigin.activityId')
      .where('activityOrigin.activityId', '=', anyOf(ids))
      .orderBy('activityOrigin.position')
      .execute(),
    (row) => row.activityId,
  ),
);

/** The networks represented at the activity with this id, by code. */
export const networksOfActivity = defineLoader<number, readonly NetworkRow[]>(async (ids, { reader }) =>
  groupBy(
    await reader
      .selectFrom('activityNetwork')
      .innerJoin('network', 'network.id', 'activityNetwork.networkId')
      .selectAll('network')
      .select('activityNetwork.activityId')
      .where('activityNetwork.activityId', '=', anyOf(ids))
      .orderBy('network.code')
      .execute(),
    (row) => row.activityId,
  ),
);

/** The sources of the activity with this id. */
export const sourcesOfActivity = defineLoader<number, readonly SourceRow[]>(async (ids, { reader }) =>
  groupBy(
    await reader
      .selectFrom('activitySource')
      .innerJoin('source', 'source.id', 'activitySource.sourceId')
      .selectAll('source')
      .select('activitySource.activityId')
      .where('activitySource.activityId', '=', anyOf(ids))
      .orderBy('activitySource.position')
      .execute(),
    (row) => row.activityId,
  ),
);

function narrow(reader: Reader, { project, component, type, city, search }: ActivityFilter) {
  return reader
    .selectFrom('activity')
    .$if(project !== null, (query) =>
      query.where('activity.projectId', '=', (sub) =>
        sub.selectFrom('project').select('project.id').where('project.code', '=', project),
      ),
    )
    .$if(city !== null, (query) =>
      query.where('activity.cityId', '=', (sub) =>
        sub.selectFrom('city').select('city.id').where('city.code', '=', city),
      ),
    )
    .$if(component !== null, (query) => query.where('activity.componentCode', '=', component))
    .$if(type !== null, (query) => query.where('activity.type', '=', type as ActivityType))
    .$if(search !== null, (query) => query.where(holdsText(['activity.title'], search ?? '')));
}

/** One page of activities, by code. */
export function listActivities(
  reader: Reader,
  filter: ActivityFilter,
  window: KeysetWindow,
): Promise<readonly ActivityRow[]> {
  return withinWindow(narrow(reader, filter).selectAll('activity'), 'activity.code', window).execute();
}

/** How many activities there are. */
export function countActivities(reader: Reader, filter: ActivityFilter): Promise<number> {
  return countRows(narrow(reader, filter));
}
