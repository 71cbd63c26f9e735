import { sql } from 'kysely';
import { anyOf, oneOrAnyOf } from '../database/sql.ts';
import { badUserInput } from '../error.ts';
import type { ComponentCode } from '../generated/kysely.ts';
import { defineLoader, groupBy } from '../loader.ts';
import {
  type MeasurementRow,
  periodOf,
  publishedMeasurements,
  readMeasurements,
} from '../measurement/store.ts';
import { editionOf } from '../publication/store.ts';
import { firstDayOf, lastDayOf } from '../scalar/partial-date.ts';
import { contains, type PeriodValue } from '../scalar/period.ts';

/** Most figures that one field answers with. */
const MAX_FIGURES = 1000;

/** Whose figures to read: a project's of any place, or a district's or city's of any project. */
export type FigureScope = { readonly column: 'projectId' | 'districtId' | 'cityId'; readonly id: number };

/** Which figures to read; null is everything. */
export type FigureQuery = {
  readonly scope: FigureScope;
  readonly project: string | null;
  readonly component: ComponentCode | null;
  readonly indicators: readonly string[] | null;
  /** Only values whose period may lie within this year, month or day; `figuresDuring` looks closer. */
  readonly during: string | null;
  readonly asOf: Date | null;
};

/** Columns of a measurement that tell, with its kind and period, what it is a value of. */
function subjectOf({ projectId, indicatorId, districtId, cityId }: MeasurementRow): string {
  return [projectId, indicatorId, districtId, cityId].join('/');
}

function conditionsOf({ project, component, indicators, during, asOf, scope }: FigureQuery): string {
  return JSON.stringify([scope.column, project, component, indicators, during, asOf]);
}

/** Both ends of a period that lies within another begin within it. */
function mayLieWithin(during: string) {
  const firstDay = (column: string) => sql`rpad(${sql.ref(column)}, 10, '-01')`;
  return sql<boolean>`${firstDay('measurement.periodStart')} >= ${firstDayOf(during)}
    and ${firstDay('measurement.periodEnd')} <= ${lastDayOf(during)}`;
}

/** Not a join: with one, PostgreSQL goes through all projects by their code, as that spares it to sort some figures. */
const CODE_OF_PROJECT = sql`(SELECT code FROM project WHERE id = ${sql.ref('measurement.projectId')})`;

/** The indicators are looked up first: so the plan does not depend on which they are, and is made once. */
function isOneOf(indicators: readonly string[]) {
  return sql<boolean>`${sql.ref('measurement.indicatorId')} = any(array(
    SELECT id FROM indicator WHERE code = ${anyOf(indicators)}))`;
}

function tooMany() {
  return badUserInput(
    `There are more than ${MAX_FIGURES} figures. Narrow them by "during", "component", "indicators" or a place, ` +
      'or page through "measurements" instead.',
  );
}

/** The current actual values of a scope, totals only, by component, indicator, place and period. */
export const figuresOf = defineLoader<FigureQuery, readonly MeasurementRow[]>(
  async (queries, context) => {
    // Fields that differ only in whose figures they ask for are one statement.
    const groups = [...groupBy(queries, conditionsOf).values()];
    const read = await Promise.all(
      groups.map(async (group) => {
        const { scope, project, component, indicators, during, asOf } = group[0] as FigureQuery;
        const edition = await editionOf(context, asOf);
        const query = publishedMeasurements(context.reader, edition)
          .innerJoin('indicator', 'indicator.id', 'measurement.indicatorId')
          .leftJoin('component', 'component.code', 'indicator.componentCode')
          .leftJoin('district', 'district.id', 'measurement.districtId')
          .leftJoin('city', 'city.id', 'measurement.cityId')
          .where('measurement.kind', '=', 'ACTUAL')
          .where('measurement.disaggregation', '=', sql<Readonly<Record<string, string>>>`'{}'`)
          .where(`measurement.${scope.column}`, '=', oneOrAnyOf(group.map((member) => member.scope.id)))
          .$if(project !== null, (q) =>
            q.where('measurement.projectId', '=', (sub) =>
              sub
                .selectFrom('project')
                .select('project.id')
                .where('project.code', '=', project as string),
            ),
          )
          .$if(component !== null, (q) => q.where('indicator.componentCode', '=', component))
          .$if(indicators !== null, (q) => q.where(isOneOf(indicators ?? [])))
          .$if(during !== null, (q) => q.where(mayLieWithin(during as string)))
          .$if(scope.column !== 'projectId', (q) => q.orderBy(CODE_OF_PROJECT))
          .orderBy('component.position')
          .orderBy('indicator.code')
          .orderBy('district.code', (order) => order.asc().nullsFirst())
          .orderBy('city.code', (order) => order.asc().nullsFirst())
          .orderBy('measurement.key')
          .limit(MAX_FIGURES * group.length + 1);
        const rows = await readMeasurements(query as never, edition);
        // What was cut off may be anybody's: nobody gets a part for the whole.
        if (rows.length > MAX_FIGURES * group.length) throw tooMany();
        const conditions = conditionsOf(group[0] as FigureQuery);
        return [...groupBy(rows, (row) => row[scope.column])].map(
          ([id, figures]): [string, readonly MeasurementRow[]] => [`${conditions}/${id}`, figures],
        );
      }),
    );
    return new Map(read.flat());
  },
  (query) => `${conditionsOf(query)}/${query.scope.id}`,
);

/**
 * Keeps the figures of a period: those whose own period lies wholly within it.
 *
 * @throws ApiError BAD_USER_INPUT when there are too many to tell at once
 */
export function figuresDuring(
  figures: readonly MeasurementRow[],
  during: string | null,
): readonly MeasurementRow[] {
  const outer: PeriodValue | null =
    during === null ? null : { start: during, end: during, sinceProjectStart: false };
  const kept = outer === null ? figures : figures.filter((figure) => contains(outer, periodOf(figure)));
  if (kept.length > MAX_FIGURES) throw tooMany();
  return kept;
}

/** The targets and baselines of what a figure is a value of, in the figure's own edition. */
export const aimsOf = defineLoader<MeasurementRow, readonly MeasurementRow[]>(
  async (figures, context) => {
    const groups = [...groupBy(figures, ({ edition }) => edition.asOf.getTime()).values()];
    const read = await Promise.all(
      groups.map((group) => {
        const { edition } = group[0] as MeasurementRow;
        const query = publishedMeasurements(context.reader, edition)
          .where('measurement.kind', '<>', 'ACTUAL')
          .where('measurement.disaggregation', '=', sql<Readonly<Record<string, string>>>`'{}'`)
          .where('measurement.projectId', '=', anyOf([...new Set(group.map(({ projectId }) => projectId))]))
          .where(
            'measurement.indicatorId',
            '=',
            anyOf([...new Set(group.map(({ indicatorId }) => indicatorId))]),
          )
          .orderBy('measurement.key');
        return readMeasurements(query, edition);
      }),
    );
    return groupBy(read.flat(), (row) => `${row.edition.asOf.getTime()}/${subjectOf(row)}`);
  },
  (figure) => `${figure.edition.asOf.getTime()}/${subjectOf(figure)}`,
);
