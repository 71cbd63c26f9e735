import type { Kysely, Selectable } from 'kysely';
import { type Columns, chooseColumns } from '../columns.ts';
import { prepare, prepareCount } from '../database/prepare.ts';
import type { Reader } from '../database/reader.ts';
import { anyOf, countRows, holdsText, withinWindow } from '../database/sql.ts';
import type { ComponentCode, DB, Indicator } from '../generated/kysely.ts';
import { defineColumnLoader, defineLoader, indexBy } from '../loader.ts';
import type { KeysetWindow } from '../paging/keyset.ts';
import { isCode } from '../scalar/code.ts';

/** An indicator as it is kept. */
export type IndicatorRow = Selectable<Indicator>;

/** What to narrow the list of indicators by; null is everything. */
export type IndicatorFilter = {
  readonly project: string | null;
  readonly component: ComponentCode | null;
  readonly search: string | null;
};

const select = (db: Kysely<DB>) => db.selectFrom('indicator').selectAll('indicator');

const columnsOfIndicator = chooseColumns<IndicatorRow>(
  [
    'id',
    'code',
    'name',
    'definition',
    'unit',
    'componentCode',
    'resultLevel',
    'direction',
    'aggregation',
    'additiveOver',
    'countsPersons',
  ],
  {
    definition: ['definition'],
    component: ['componentCode'],
    resultLevel: ['resultLevel'],
    direction: ['direction'],
    aggregation: ['aggregation'],
    additiveOver: ['additiveOver'],
    countsPersons: ['countsPersons'],
  },
);

type ByIds = { readonly ids: readonly number[]; readonly columns: Columns<IndicatorRow> };

const readByIds = prepare((db, { ids, columns }: ByIds) =>
  db.selectFrom('indicator').select(columns.of('indicator')).where('indicator.id', '=', anyOf(ids)),
);
const readByCodes = prepare((db, { codes }: { codes: readonly string[] }) =>
  select(db).where('indicator.code', '=', anyOf(codes)),
);

/** The indicator with this id. */
export const indicatorById = defineColumnLoader(
  columnsOfIndicator,
  async (ids: readonly number[], { reader }, columns) =>
    indexBy(await readByIds(reader, { ids, columns }), ({ id }) => id),
);

/** The indicator with this code. */
export const indicatorByCode = defineLoader<string, IndicatorRow>(async (codes, { reader }) =>
  indexBy(await readByCodes(reader, { codes: codes.filter(isCode) }), ({ code }) => code),
);

function narrow(db: Kysely<DB>, { project, component, search }: IndicatorFilter) {
  return db
    .selectFrom('indicator')
    .$if(project !== null, (query) =>
      query.where('indicator.id', 'in', (sub) =>
        sub
          .selectFrom('measurement')
          .innerJoin('project', 'project.id', 'measurement.projectId')
          .innerJoin('measurementRevision', 'measurementRevision.measurementId', 'measurement.id')
          .select('measurement.indicatorId')
          .where('project.code', '=', project as string)
          .where('measurementRevision.status', '<>', 'PRELIMINARY'),
      ),
    )
    .$if(component !== null, (query) => query.where('indicator.componentCode', '=', component))
    .$if(search !== null, (query) =>
      query.where(holdsText(['indicator.name', 'indicator.definition'], search as string)),
    );
}

const readPage = prepare((db, asked: IndicatorFilter & KeysetWindow) =>
  withinWindow(narrow(db, asked).selectAll('indicator'), 'indicator.code', asked),
);
const countNarrowed = prepareCount((db, filter: IndicatorFilter) => countRows(narrow(db, filter)));

/** One page of indicators, by code. */
export function listIndicators(
  reader: Reader,
  filter: IndicatorFilter,
  window: KeysetWindow,
): Promise<readonly IndicatorRow[]> {
  return readPage(reader, { ...filter, ...window });
}

/** How many indicators there are. */
export function countIndicators(reader: Reader, filter: IndicatorFilter): Promise<number> {
  return countNarrowed(reader, filter);
}
