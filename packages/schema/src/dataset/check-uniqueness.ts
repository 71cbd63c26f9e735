import { type DatasetKind, fileOf } from './model.ts';
import { type DatasetProblem, describeFound } from './problem.ts';
import { fieldOf, select } from './select.ts';

interface Rule {
  readonly kind: DatasetKind;
  /** Leads from the kind to the lists; entries are compared within a list. */
  readonly list: string;
  /** Fields that tell entries apart, the first of them required; empty where the entries are plain codes. */
  readonly by: readonly string[];
}

const coded: readonly DatasetKind[] = [
  'sources',
  'districts',
  'cities',
  'organizations',
  'networks',
  'components',
  'indicators',
  'activities',
  'openCalls',
];

const rules: readonly Rule[] = [
  ...coded.map((kind) => ({ kind, list: '', by: ['code'] })),
  { kind: 'districts', list: '', by: ['iso3166'] },
  { kind: 'districts', list: '', by: ['nuts3'] },
  { kind: 'cities', list: '', by: ['registryNumber'] },
  { kind: 'cities', list: '', by: ['geonamesId'] },
  { kind: 'components', list: '', by: ['position'] },
  { kind: 'networks', list: '[].members', by: [] },
  { kind: 'project', list: '.dateSources', by: [] },
  { kind: 'project', list: '.components', by: ['code'] },
  { kind: 'project', list: '.districts', by: [] },
  { kind: 'project', list: '.cities', by: [] },
  { kind: 'project', list: '.participations', by: ['organization', 'role', 'component'] },
  { kind: 'project', list: '.budgets', by: ['city', 'currency'] },
  { kind: 'project', list: '.budgets[].sources', by: [] },
  { kind: 'indicators', list: '[].additiveOver', by: [] },
  { kind: 'measurements', list: '[].sources', by: [] },
  { kind: 'activities', list: '[].participantsFrom', by: [] },
  { kind: 'activities', list: '[].networks', by: [] },
  { kind: 'activities', list: '[].sources', by: [] },
  { kind: 'openCalls', list: '', by: ['activity'] },
];

/** Finds entries of a list that share what must tell them apart. */
export function checkUniqueness(content: Readonly<Record<string, unknown>>): DatasetProblem[] {
  return rules.flatMap((rule) => {
    return select(content, `${rule.kind}${rule.list}`).flatMap(({ path, value }) =>
      repetitions(rule, path, value),
    );
  });
}

function repetitions({ kind, by }: Rule, listPath: string, list: unknown): DatasetProblem[] {
  if (!Array.isArray(list)) return [];
  const firsts = new Map<string, string>();
  return list.flatMap((entry: unknown, index) => {
    const values = by.length === 0 ? [entry] : by.map((field) => fieldOf(entry, field));
    // Values of another type are found by the shape check.
    if (typeof values[0] !== 'string' && typeof values[0] !== 'number') return [];
    const identity = JSON.stringify(values);
    const path = `${listPath}[${index}]`;
    const first = firsts.get(identity);
    if (first === undefined) firsts.set(identity, path);
    if (first === undefined) return [];
    const found = values
      .filter((value) => value !== undefined)
      .map(describeFound)
      .join(' and ');
    const expected =
      by.length === 0 ? 'each entry once' : `no second entry with the same ${by.join(' and ')}`;
    return [
      {
        file: fileOf(kind),
        path: [path, ...by.slice(0, 1)].join('.'),
        found: `${found}, as in ${first}`,
        expected,
      },
    ];
  });
}
