import { measurementEntry } from './indicator-model.ts';
import { measurementKey } from './measurement-key.ts';
import { fileOf } from './model.ts';
import { endsBeforeItStarts, reasonAgainstDate } from './period.ts';
import { type DatasetProblem, describeFound, shorten } from './problem.ts';
import { fieldOf, select } from './select.ts';

type Content = Readonly<Record<string, unknown>>;

const identity = measurementEntry
  .pick({ indicator: true, kind: true, period: true, place: true, disaggregation: true })
  .strip();

/** Finds two measurements that would be one: same indicator, kind, place, period and disaggregation. */
export function checkMeasurementKeys(content: Content): DatasetProblem[] {
  const firsts = new Map<string, string>();
  return select(content, 'measurements[]').flatMap(({ path, value }) => {
    const { data } = identity.safeParse(value);
    if (data === undefined) return [];
    const key = measurementKey(data, String(fieldOf(content.project, 'code')));
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, path);
    const expected = 'one measurement for a key; to correct a figure, edit its entry';
    return first === undefined
      ? []
      : [{ file: fileOf('measurements'), path, found: `${shorten(key)}, as in ${first}`, expected }];
  });
}

/** Finds counts of persons that are no counts. */
export function checkCounts(content: Content): DatasetProblem[] {
  const counting = new Set(
    select(content, 'indicators[]')
      .filter(({ value }) => fieldOf(value, 'countsPersons') === true)
      .map(({ value }) => fieldOf(value, 'code')),
  );
  return select(content, 'measurements[]').flatMap(({ path, value: measurement }) => {
    const value = fieldOf(measurement, 'value');
    if (!counting.has(fieldOf(measurement, 'indicator')) || typeof value !== 'string') return [];
    if (/^\d+(\.0+)?$/.test(value)) return [];
    const expected = 'a whole number, 0 or more, as the indicator counts persons';
    return [{ file: fileOf('measurements'), path: `${path}.value`, found: describeFound(value), expected }];
  });
}

/** Finds ends that come before their starts. */
export function checkOrder(content: Content): DatasetProblem[] {
  return [
    ...select(content, 'project').flatMap((selected) => orderOf('project', selected, 'startsOn', 'endsOn')),
    ...select(content, 'openCalls[]').flatMap((selected) =>
      orderOf('openCalls', selected, 'opensOn', 'closesOn'),
    ),
  ];
}

/** Finds open calls of activities that are something else. */
export function checkOpenCalls(content: Content): DatasetProblem[] {
  const types = new Map(
    select(content, 'activities[]').map(({ value }) => [fieldOf(value, 'code'), fieldOf(value, 'type')]),
  );
  return select(content, 'openCalls[].activity').flatMap(({ path, value }) => {
    const type = types.get(value);
    if (type === undefined || type === 'OPEN_CALL') return [];
    const found = `${describeFound(value)} of type ${describeFound(type)}`;
    return [{ file: fileOf('openCalls'), path, found, expected: 'an activity of type OPEN_CALL' }];
  });
}

function orderOf(
  kind: 'project' | 'openCalls',
  { path, value }: { path: string; value: unknown },
  startField: string,
  endField: string,
): DatasetProblem[] {
  const [start, end] = [fieldOf(value, startField), fieldOf(value, endField)];
  if (!isDate(start) || !isDate(end) || !endsBeforeItStarts(start, end)) return [];
  const expected = `a date that is not before ${startField} (${start})`;
  return [{ file: fileOf(kind), path: `${path}.${endField}`, found: describeFound(end), expected }];
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && reasonAgainstDate(value) === null;
}
