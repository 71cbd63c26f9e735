import type { Selectable } from 'kysely';
import type { Reader } from '../database/reader.ts';
import { anyOf, countRows, holdsText, withinWindow } from '../database/sql.ts';
import type { ComponentCode, Indicator } from '../generated/kysely.ts';
import { defineLoader, indexBy } from '../loader.ts';
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

const select = (reader: Reader) => reader.selectFrom('indicator').selectAll('indicator');

/** The indicator with this id. */
export const indicatorById = defineLoader<number, IndicatorRow>(async (ids, { reader }) =>
  indexBy(await select(reader).where('indicator.id', '=', anyOf(ids)).execute(), ({ id }) => id),
);

/** The indicator with this code. */
export const indicatorByCode = defineLoader<string, IndicatorRow>(async (codes, { reader }) =>
  indexBy(
    await select(reader)
      .where('indicator.code', '=', anyOf(codes.filter(isCode)))
      .execute(),
    ({ code }) => code,
  ),
);

function narrow(reader: Reader, { project, component, search }: IndicatorFilter) {
  return reader
    .selectFrom('indicator')
    .$if(project !== null, (query) =>
      query.where('indicator.id', 'in', (sub) =>
        sub
          .selectFrom('measurement')
          .innerJoin('project', 'project.id', 'measurement.projectId')
          .innerJoin('measurementRevision', 'measurementRevision.measurementId', 'measurement.id')
          .select('measurement.indicatorId')
          .where('project.code', '=', project)
          .where('measurementRevision.status', '<>', 'PRELIMINARY'),
      ),
    )
    .$if(component !== null, (query) => query.where('indicator.componentCode', '=', component))
    .$if(search !== null, (query) =>
      query.where(holdsText(['indicator.name', 'indicator.definition'], search ?? '')),
    );
}

/** One page of indicators, by code. */
export function listIndicators(
  reader: Reader,
  filter: IndicatorFilter,
  window: KeysetWindow,
): Promise<readonly IndicatorRow[]> {
  return withinWindow(narrow(reader, filter).selectAll('indicator'), 'indicator.code', window).execute();
}

/** How many indicators there are. */
export function countIndicators(reader: Reader, filter: IndicatorFilter): Promise<number> {
  return countRows(narrow(reader, filter));
}
