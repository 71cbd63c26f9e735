import { sql } from 'kysely';
import { asksOnly, type ColumnChoice, Columns, chooseColumns } from '../columns.ts';
import { type Compilable, prepare } from '../database/prepare.ts';
import { anyOf } from '../database/sql.ts';
import { badUserInput } from '../error.ts';
import type { ComponentCode } from '../generated/kysely.ts';
import type { IndicatorRow } from '../indicator/store.ts';
import { defineColumnListLoader, defineListLoader, groupBy, readGroups, refuseLonger } from '../loader.ts';
import {
  type AsOf,
  asOfEdition,
  MEASUREMENT_COLUMNS,
  type MeasurementColumns,
  type MeasurementRow,
  periodOf,
  publishedMeasurements,
  selectMeasurement,
  withEdition,
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
function mayLieBetween(firstDay: string, lastDay: string) {
  const begin = (column: string) => sql`rpad(${sql.ref(column)}, 10, '-01')`;
  return sql<boolean>`${begin('measurement.periodStart')} >= ${firstDay}
    and ${begin('measurement.periodEnd')} <= ${lastDay}`;
}

/** Not a join: with one, PostgreSQL goes through all projects by their code, as that spares it to sort some figures. */
const CODE_OF_PROJECT = sql`(SELECT code FROM project WHERE id = ${sql.ref('measurement.projectId')})`;

/** The indicators are looked up first: so the plan does not depend on which they are, and is made once. */
function isOneOf(indicators: readonly string[]) {
  return sql<boolean>`${sql.ref('measurement.indicatorId')} = any(array(
    SELECT id FROM indicator WHERE code = ${anyOf(indicators)}))`;
}

const NAMED_INDICATOR = sql<IndicatorRow>`json_build_object(
  'code', indicator.code, 'name', indicator.name, 'unit', indicator.unit)`;

function tooMany() {
  return badUserInput(
    `There are more than ${MAX_FIGURES} figures. Narrow them by "during", "component", "indicators" or a place, ` +
      'or page through "measurements" instead.',
  );
}

/** A figure as it is read. What is asked of its place or indicator comes with it where that is as little as this. */
export type FigureRow = MeasurementRow & {
  readonly districtCode?: string | null;
  readonly cityCode?: string | null;
  readonly indicator?: IndicatorRow;
};
type FigureColumns = Omit<FigureRow, 'edition'>;

const OF_PLACE = ['districtCode', 'cityCode'] as const;
const FIGURE_COLUMNS = [...MEASUREMENT_COLUMNS, ...OF_PLACE, 'indicator'] as const;
const OF_MEASUREMENT = ['key', 'kind', 'disaggregation', 'status', 'note', 'recordedAt'] as const;
const SUBJECT = ['projectId', 'indicatorId', 'districtId', 'cityId'] as const;

/** Chooses columns where places come as their code alone, or indicators as their name, or neither. */
const choose = (isCode: boolean, isName: boolean) =>
  chooseColumns<FigureColumns>(FIGURE_COLUMNS, {
    measurement: [...OF_MEASUREMENT, ...SUBJECT, 'id', 'qualifier', 'revision'],
    indicator: isName ? ['indicator'] : ['indicatorId'],
    project: ['projectId'],
    place: isCode ? ['projectId', ...OF_PLACE] : ['projectId', 'districtId', 'cityId'],
    target: SUBJECT,
    baseline: SUBJECT,
    progress: SUBJECT,
    citation: [...SUBJECT, 'id', 'qualifier', 'revision'],
    qualifier: ['qualifier'],
    revision: ['revision'],
    sources: ['id', 'revision'],
    note: ['note'],
    recordedAt: ['recordedAt'],
    // Read for the fields above alone.
    '': [...OF_PLACE, 'indicator'],
  });
const CHOICES = {
  plain: choose(false, false),
  code: choose(true, false),
  name: choose(false, true),
  both: choose(true, true),
};
const CODE_OF_PLACE: ReadonlySet<string> = new Set(['code', '__typename']);
const NAME_OF_INDICATOR: ReadonlySet<string> = new Set(['code', 'name', 'unit', '__typename']);
const figureColumns: ColumnChoice<FigureColumns> = {
  all: new Columns<FigureColumns>(MEASUREMENT_COLUMNS),
  askedBy: (info) => {
    if (info?.fieldNodes[0] === undefined) return figureColumns.all;
    const isCode = asksOnly(info, 'place', CODE_OF_PLACE);
    const isName = asksOnly(info, 'indicator', NAME_OF_INDICATOR);
    return CHOICES[isCode ? (isName ? 'both' : 'code') : isName ? 'name' : 'plain'].askedBy(info);
  },
};
/** The columns that are no measurement's own. */
const BESIDE: ReadonlySet<string> = new Set([...OF_PLACE, 'indicator']);

type Asked = AsOf & {
  readonly columns: Columns<FigureColumns>;
  readonly ofDistricts: boolean;
  readonly ofCities: boolean;
  /** PostgreSQL plans for one id otherwise than for a list that it does not know yet. */
  readonly id: number | null;
  readonly ids: readonly number[] | null;
  readonly project: string | null;
  readonly component: ComponentCode | null;
  readonly indicators: readonly string[] | null;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly limit: number;
};

const readFigures = prepare((db, asked: Asked) => {
  const { ofDistricts, ofCities, id, ids, project, component, indicators, firstDay, lastDay } = asked;
  const column = ofDistricts ? 'districtId' : ofCities ? 'cityId' : 'projectId';
  const scope = `measurement.${column}` as const;
  const query = publishedMeasurements(db, asked)
    .innerJoin('indicator', 'indicator.id', 'measurement.indicatorId')
    .leftJoin('component', 'component.code', 'indicator.componentCode')
    .leftJoin('district', 'district.id', 'measurement.districtId')
    .leftJoin('city', 'city.id', 'measurement.cityId')
    .where('measurement.kind', '=', 'ACTUAL')
    .where('measurement.disaggregation', '=', sql<Readonly<Record<string, string>>>`'{}'`)
    .where(scope, '=', id === null ? anyOf(ids as readonly number[]) : id)
    .$if(project !== null, (q) =>
      q.where('measurement.projectId', '=', (sub) =>
        sub
          .selectFrom('project')
          .select('project.id')
          .where('project.code', '=', project as string),
      ),
    )
    .$if(component !== null, (q) => q.where('indicator.componentCode', '=', component))
    .$if(indicators !== null, (q) => q.where(isOneOf(indicators as readonly string[])))
    .$if(firstDay !== null, (q) => q.where(mayLieBetween(firstDay as string, lastDay as string)))
    .$if(column !== 'projectId', (q) => q.orderBy(CODE_OF_PROJECT))
    .orderBy('component.position')
    .orderBy('indicator.code')
    .orderBy('district.code', (order) => order.asc().nullsFirst())
    .orderBy('city.code', (order) => order.asc().nullsFirst())
    .orderBy('measurement.key')
    .limit(asked.limit);
  const of = (name: keyof FigureColumns) => asked.columns.names.includes(name);
  const selected = query
    .$if(of('districtCode'), (q) => q.select('district.code as districtCode'))
    .$if(of('cityCode'), (q) => q.select('city.code as cityCode'))
    .$if(of('indicator'), (q) => q.select(NAMED_INDICATOR.as('indicator')))
    // Whose each is, where that is not known.
    .$if(ids !== null, (q) => q.select(scope));
  const own = asked.columns.names.filter((name) => !BESIDE.has(name) && name !== column);
  return selectMeasurement(
    selected as never,
    own as (keyof MeasurementColumns)[],
  ) as Compilable<FigureColumns>;
});

function askedBy(
  { scope, during, ...query }: FigureQuery,
  ids: readonly number[],
  { asOf }: AsOf,
  columns: Columns<FigureColumns>,
): Asked {
  const isOne = ids.length === 1;
  return {
    asOf,
    columns,
    ofDistricts: scope.column === 'districtId',
    ofCities: scope.column === 'cityId',
    id: isOne ? (ids[0] as number) : null,
    ids: isOne ? null : ids,
    project: query.project,
    component: query.component,
    indicators: query.indicators,
    firstDay: during && firstDayOf(during),
    lastDay: during && lastDayOf(during),
    limit: MAX_FIGURES * ids.length + 1,
  };
}

const keyOfQuery = (query: FigureQuery) => `${conditionsOf(query)}/${query.scope.id}`;

/**
 * The current actual values of a scope, totals only, by component, indicator, place and period.
 *
 * @throws ApiError BAD_USER_INPUT when there are too many to tell at once
 */
export const figuresOf = defineColumnListLoader(
  figureColumns,
  (queries: readonly FigureQuery[], context, columns) =>
    // Fields that differ only in whose figures they ask for are one statement.
    readGroups(queries, keyOfQuery, conditionsOf, async (group) => {
      const query = group[0] as FigureQuery;
      const edition = await editionOf(context, query.asOf);
      const ids = group.map(({ scope }) => scope.id);
      const asked = askedBy(query, ids, asOfEdition(context, edition), columns);
      const { column } = query.scope;
      const read = await readFigures(context.reader, asked);
      const same = asked.id === null ? { edition } : { edition, [column]: asked.id };
      const rows: readonly FigureRow[] = read.map((row) => ({ ...row, ...same }));
      // What was cut off may be anybody's: nobody gets a part for the whole.
      if (rows.length >= asked.limit) throw tooMany();
      const conditions = conditionsOf(query);
      const byScope =
        asked.id === null ? groupBy(rows, (row) => row[column]) : new Map([[`${asked.id}`, rows]]);
      return refuseLonger(byScope, MAX_FIGURES, tooMany).map(
        ([id, figures]) => [`${conditions}/${id}`, figures] as const,
      );
    }),
  keyOfQuery,
);

/** Keeps the figures of a period: those whose own period lies wholly within it. */
export function figuresDuring(figures: readonly FigureRow[], during: string | null): readonly FigureRow[] {
  if (during === null) return figures;
  const outer: PeriodValue = { start: during, end: during, sinceProjectStart: false };
  return figures.filter((figure) => contains(outer, periodOf(figure)));
}

type Subjects = AsOf & { readonly projects: readonly number[]; readonly indicators: readonly number[] };

const readAims = prepare((db, asked: Subjects) =>
  selectMeasurement(
    publishedMeasurements(db, asked)
      .where('measurement.kind', '<>', 'ACTUAL')
      .where('measurement.disaggregation', '=', sql<Readonly<Record<string, string>>>`'{}'`)
      .where('measurement.projectId', '=', anyOf(asked.projects))
      .where('measurement.indicatorId', '=', anyOf(asked.indicators))
      .orderBy('measurement.key'),
  ),
);

const keyOfFigure = (figure: MeasurementRow) => `${figure.edition.asOf.getTime()}/${subjectOf(figure)}`;

/** The targets and baselines of what a figure is a value of, in the figure's own edition. */
export const aimsOf = defineListLoader<MeasurementRow, MeasurementRow>(
  (figures, context) =>
    readGroups(
      figures,
      keyOfFigure,
      ({ edition }) => String(edition.asOf.getTime()),
      async (group) => {
        const { edition } = group[0] as MeasurementRow;
        const projects = [...new Set(group.map(({ projectId }) => projectId))];
        const indicators = [...new Set(group.map(({ indicatorId }) => indicatorId))];
        const rows = await readAims(context.reader, {
          projects,
          indicators,
          ...asOfEdition(context, edition),
        });
        return groupBy(withEdition(rows, edition), keyOfFigure);
      },
    ),
  keyOfFigure,
);
