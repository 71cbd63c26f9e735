import type { Kysely, Selectable } from 'kysely';
import { type Columns, chooseColumns } from '../columns.ts';
import { prepare, prepareCount } from '../database/prepare.ts';
import type { Reader } from '../database/reader.ts';
import { anyOf, countRows, holdsText, withinWindow } from '../database/sql.ts';
import type { Activity, ActivityType, ComponentCode, DB } from '../generated/kysely.ts';
import { defineColumnListLoader, defineListLoader, defineLoader, groupBy, indexBy } from '../loader.ts';
import type { NetworkRow } from '../organization/store.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import type { CityRow } from '../place/store.ts';
import { isCode } from '../scalar/code.ts';
import { type SourceRow, sourceColumns } from '../source/store.ts';

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

/** Columns of activities. */
export const activityColumns = chooseColumns<ActivityRow>(
  [
    'id',
    'code',
    'projectId',
    'type',
    'componentCode',
    'title',
    'topics',
    'cityId',
    'venue',
    'heldOn',
    'durationDays',
    'isOngoing',
    'partOfId',
    'followedBy',
    'participantsCount',
    'participantsCountQualifier',
  ],
  {
    project: ['projectId'],
    component: ['componentCode'],
    topics: ['topics'],
    place: ['cityId'],
    venue: ['venue'],
    heldOn: ['heldOn'],
    durationDays: ['durationDays'],
    isOngoing: ['isOngoing'],
    partOf: ['partOfId'],
    followedBy: ['followedBy'],
    participantsCount: ['participantsCount', 'participantsCountQualifier'],
  },
);

type OfActivity = { readonly columns: Columns<ActivityRow> };
type SourcesOf = { readonly ids: readonly number[]; readonly columns: Columns<SourceRow> };

const select = (db: Kysely<DB>) => db.selectFrom('activity').selectAll('activity');

const readByIds = prepare((db, { ids }: { ids: readonly number[] }) =>
  select(db).where('activity.id', '=', anyOf(ids)),
);
const readByCodes = prepare((db, { codes }: { codes: readonly string[] }) =>
  select(db).where('activity.code', '=', anyOf(codes)),
);
const readParts = prepare((db, { ids }: { ids: readonly number[] }) =>
  select(db).where('activity.partOfId', '=', anyOf(ids)).orderBy('activity.code'),
);
const readOrigins = prepare((db, { ids }: { ids: readonly number[] }) =>
  db
    .selectFrom('activityOrigin')
    .innerJoin('city', 'city.id', 'activityOrigin.cityId')
    .selectAll('city')
    .select('activityOrigin.activityId')
    .where('activityOrigin.activityId', '=', anyOf(ids))
    .orderBy('activityOrigin.position'),
);
const readNetworks = prepare((db, { ids }: { ids: readonly number[] }) =>
  db
    .selectFrom('activityNetwork')
    .innerJoin('network', 'network.id', 'activityNetwork.networkId')
    .selectAll('network')
    .select('activityNetwork.activityId')
    .where('activityNetwork.activityId', '=', anyOf(ids))
    .orderBy('network.code'),
);
const readSources = prepare((db, { ids, columns }: SourcesOf) =>
  db
    .selectFrom('activitySource')
    .innerJoin('source', 'source.id', 'activitySource.sourceId')
    .select(columns.of('source'))
    .select('activitySource.activityId')
    .where('activitySource.activityId', '=', anyOf(ids))
    .orderBy('activitySource.position'),
);

/** The activity with this id. */
export const activityById = defineLoader<number, ActivityRow>(async (ids, { reader }) =>
  indexBy(await readByIds(reader, { ids }), ({ id }) => id),
);

/** The activity with this code. */
export const activityByCode = defineLoader<string, ActivityRow>(async (codes, { reader }) =>
  indexBy(await readByCodes(reader, { codes: codes.filter(isCode) }), ({ code }) => code),
);

/** The parts of the activity with this id, by code. */
export const partsOfActivity = defineListLoader<number, ActivityRow>(async (ids, { reader }) =>
  groupBy(await readParts(reader, { ids }), (row) => row.partOfId),
);

/** The cities that the participants of the activity with this id came from, in the order of the source. */
export const originsOfActivity = defineListLoader<number, CityRow>(async (ids, { reader }) =>
  groupBy(await readOrigins(reader, { ids }), (row) => row.activityId),
);

/** The networks represented at the activity with this id, by code. */
export const networksOfActivity = defineListLoader<number, NetworkRow>(async (ids, { reader }) =>
  groupBy(await readNetworks(reader, { ids }), (row) => row.activityId),
);

/** The sources of the activity with this id. */
export const sourcesOfActivity = defineColumnListLoader(
  sourceColumns,
  async (ids: readonly number[], { reader }, columns) =>
    groupBy(await readSources(reader, { ids, columns }), (row) => row.activityId),
);

function narrow(db: Kysely<DB>, { project, component, type, city, search }: ActivityFilter) {
  return db
    .selectFrom('activity')
    .$if(project !== null, (query) =>
      query.where('activity.projectId', '=', (sub) =>
        sub
          .selectFrom('project')
          .select('project.id')
          .where('project.code', '=', project as string),
      ),
    )
    .$if(city !== null, (query) =>
      query.where('activity.cityId', '=', (sub) =>
        sub
          .selectFrom('city')
          .select('city.id')
          .where('city.code', '=', city as string),
      ),
    )
    .$if(component !== null, (query) => query.where('activity.componentCode', '=', component))
    .$if(type !== null, (query) => query.where('activity.type', '=', type as ActivityType))
    .$if(search !== null, (query) => query.where(holdsText(['activity.title'], search as string)));
}

const readPage = prepare((db, asked: ActivityFilter & KeysetWindow & OfActivity) =>
  withinWindow(narrow(db, asked).select(asked.columns.of('activity')), 'activity.code', asked),
);
const countNarrowed = prepareCount((db, filter: ActivityFilter) => countRows(narrow(db, filter)));

/** One page of activities, by code. */
export function listActivities(
  reader: Reader,
  filter: ActivityFilter,
  window: KeysetWindow,
  columns: Columns<ActivityRow>,
): Promise<readonly ActivityRow[]> {
  return readPage(reader, { ...filter, ...window, columns });
}

/** How many activities there are. */
export function countActivities(reader: Reader, filter: ActivityFilter): Promise<number> {
  return countNarrowed(reader, filter);
}
