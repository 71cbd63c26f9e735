import type { ProjectFiguresQuery } from '@reintegration/sdk/operations';
import { stringify } from 'csv-stringify/sync';
import type { Marks } from './marks.ts';

type Figures = NonNullable<ProjectFiguresQuery['project']>['figures'];

/** The figures as CSV (RFC 4180), with codes for programs and names for people. */
export function formatCsv(
  figures: Figures,
  { bom, marks }: { readonly bom: boolean; readonly marks: Marks },
): string {
  return stringify(figures.map(recordOf), {
    bom,
    delimiter: marks.list,
    header: true,
    columns: COLUMNS,
    record_delimiter: 'windows',
    // A text that begins like a formula would run as one in a spreadsheet.
    escape_formulas: true,
    cast: {
      string: (value, { column }) =>
        NUMBER.test(value) && AMOUNTS.has(column)
          ? { value: value.replace('.', marks.decimal), escape_formulas: false }
          : value,
    },
  });
}

/** A number below zero begins like a formula, but is none. */
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Columns with numbers to reckon with. */
const AMOUNTS: ReadonlySet<unknown> = new Set(['value', 'targetValue', 'progress']);

const COLUMNS = [
  'indicator',
  'indicatorName',
  'unit',
  'component',
  'periodStart',
  'periodEnd',
  'period',
  'placeType',
  'place',
  'placeName',
  'qualifier',
  'value',
  'targetQualifier',
  'targetValue',
  'targetPeriod',
  'progress',
  'sources',
  'note',
  'revision',
  'asOf',
  'citation',
] as const;

function recordOf(figure: Figures[number]): Record<(typeof COLUMNS)[number], string | number | null> {
  const { indicator, period, place, target, sources } = figure;
  return {
    indicator: indicator.code,
    indicatorName: indicator.name,
    unit: indicator.unit,
    component: indicator.component?.code ?? null,
    periodStart: period.start,
    periodEnd: period.end,
    period: period.label,
    placeType: place.__typename,
    place: place.code,
    placeName: place.name,
    qualifier: figure.qualifier,
    value: figure.value,
    targetQualifier: target?.qualifier ?? null,
    targetValue: target?.value ?? null,
    targetPeriod: target?.period.label ?? null,
    progress: figure.progress,
    sources: sources.map(({ code }) => code).join(' '),
    note: figure.note,
    revision: figure.revision,
    asOf: figure.asOf,
    citation: figure.citation,
  };
}
