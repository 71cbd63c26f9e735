import { isObject } from './check-fixture.ts';
import { type FixtureRecord, isRecord } from './record.ts';

/** What a test of a record may look at. */
export type View = {
  read(record: FixtureRecord, field: string): unknown;
  list(type: string): readonly FixtureRecord[];
};

type Test = (record: FixtureRecord, wanted: unknown, view: View) => boolean;

/** The record at the end of a way, or the leaf. */
function at(record: unknown, way: string, { read }: View): unknown {
  return way
    .split('.')
    .reduce<unknown>((value, name) => (isRecord(value) ? read(value, name) : null), record);
}

/** By the code of the record that a way leads to, or by the value there. */
function by(way: string, typename?: string): Test {
  return (record, wanted, view) => {
    const found = at(record, way, view);
    if (!isRecord(found)) return found === wanted;
    const code = view.read(found, 'code');
    const isOne = Array.isArray(wanted) ? wanted.includes(code) : wanted === code;
    return isOne && (typename ?? found.type.name) === found.type.name;
  };
}

/** By a part of a text in any of its languages and scripts. */
function contains(...names: readonly string[]): Test {
  return (record, wanted, view) => {
    const texts = names.flatMap((name) => textsIn(view.read(record, name)));
    return texts.some((text) => fold(text).includes(fold(String(wanted).trim())));
  };
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return isObject(value) ? Object.values(value).filter((text) => typeof text === 'string') : [];
}

/** Serbian in either script, without diacritics and in lower case. */
export function fold(text: string): string {
  const plain = text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return plain.replaceAll(/[đа-џ]/g, (letter) => LATIN[letter] ?? letter);
}

const LATIN: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...'абвгдезијклмнопрстуфхцш'].map((letter, index) => [
      letter,
      [...'abvgdezijklmnoprstufhcs'][index] ?? '',
    ]),
  ),
  ...{ ж: 'z', ч: 'c', ћ: 'c', ђ: 'dj', đ: 'dj', љ: 'lj', њ: 'nj', џ: 'dz' },
};

/** A side that is open, or not known, lies within nothing. */
const isDuring: Test = (record, wanted, view) =>
  ['period.start', 'period.end'].every((way) =>
    String(at(record, way, view) ?? '').startsWith(String(wanted)),
  );

/** Whether a project has a value for the indicator. */
const isOfProject: Test = (record, wanted, view) =>
  ['Figure', 'Measurement']
    .flatMap(view.list)
    .some((value) => view.read(value, 'indicator') === record && at(value, 'project.code', view) === wanted);

/** How arguments, and members of filters, narrow what a field answers, by the type that it answers. */
const TESTS: Readonly<Record<string, Readonly<Record<string, Test>>>> = {
  Activity: {
    city: by('place', 'City'),
    component: by('component'),
    project: by('project'),
    search: contains('title'),
    type: by('type'),
  },
  Beneficiary: { category: by('category'), city: by('city'), kind: by('kind'), project: by('project') },
  City: { district: by('district'), search: contains('name') },
  Figure: {
    component: by('indicator.component'),
    during: isDuring,
    indicators: by('indicator'),
    project: by('project'),
  },
  Indicator: { component: by('component'), project: isOfProject, search: contains('name', 'definition') },
  Measurement: {
    city: by('place', 'City'),
    component: by('indicator.component'),
    district: by('place', 'District'),
    indicator: by('indicator'),
    kind: by('kind'),
    project: by('project'),
  },
  OpenCall: { project: by('activity.project') },
  Organization: { search: contains('name') },
  Project: { search: contains('title') },
};

/** Narrows a list by what was asked for. What was not, or is null, narrows nothing. */
export function narrow(
  records: readonly FixtureRecord[],
  args: Readonly<Record<string, unknown>>,
  view: View,
): readonly FixtureRecord[] {
  const wanted = Object.entries({ ...args, ...(isObject(args.filter) && args.filter) });
  return records.filter((record) =>
    wanted.every(([name, value]) => {
      const test = TESTS[record.type.name]?.[name];
      return value == null || value === '' || !test || test(record, value, view);
    }),
  );
}

/** Whether an argument narrows what a field of that type answers. */
export function narrows(typename: string, argument: string): boolean {
  return TESTS[typename]?.[argument] !== undefined;
}
