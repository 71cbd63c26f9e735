import { type DatasetKind, fileOf } from './model.ts';
import { type DatasetProblem, describeFound } from './problem.ts';
import { fieldOf, select } from './select.ts';

/** Where files name entries of other files: from which kind, along which path, to which kind. */
const references: readonly (readonly [from: DatasetKind, path: string, to: DatasetKind])[] = [
  ['sources', '[].translationOf', 'sources'],
  ['cities', '[].district', 'districts'],
  ['organizations', '[].seat', 'cities'],
  ['networks', '[].members[]', 'organizations'],
  ['networks', '[].source', 'sources'],
  ['project', '.dateSources[]', 'sources'],
  ['project', '.components[].code', 'components'],
  ['project', '.districts[]', 'districts'],
  ['project', '.cities[]', 'cities'],
  ['project', '.participations[].organization', 'organizations'],
  ['project', '.participations[].component', 'components'],
  ['project', '.participations[].source', 'sources'],
  ['project', '.budgets[].city', 'cities'],
  ['project', '.budgets[].sources[]', 'sources'],
  ['indicators', '[].component', 'components'],
  ['measurements', '[].indicator', 'indicators'],
  ['measurements', '[].place.city', 'cities'],
  ['measurements', '[].place.district', 'districts'],
  ['measurements', '[].sources[]', 'sources'],
  ['activities', '[].component', 'components'],
  ['activities', '[].city', 'cities'],
  ['activities', '[].partOf', 'activities'],
  ['activities', '[].participantsFrom[]', 'cities'],
  ['activities', '[].networks[]', 'networks'],
  ['activities', '[].sources[]', 'sources'],
  ['openCalls', '[].activity', 'activities'],
];

/** Finds codes that no entry of the kind they name has. */
export function checkReferences(content: Readonly<Record<string, unknown>>): DatasetProblem[] {
  return references.flatMap(([from, pattern, to]) => {
    // A file that could not be read is a problem of its own; its entries may well exist.
    if (!Array.isArray(content[to])) return [];
    const codes = new Set(select(content, `${to}[].code`).map(({ value }) => value));
    return select(content, `${from}${pattern}`)
      .filter(({ value }) => typeof value === 'string' && !codes.has(value))
      .map(({ path, value }) => {
        return {
          file: fileOf(from),
          path,
          found: describeFound(value),
          expected: `the code of an entry in ${fileOf(to)}`,
        };
      });
  });
}

/** Finds entries that are part or translation of themselves, directly or through others. */
export function checkCycles(content: Readonly<Record<string, unknown>>): DatasetProblem[] {
  return [
    ...cyclesAlong('activities', 'partOf', content),
    ...cyclesAlong('sources', 'translationOf', content),
  ];
}

function cyclesAlong(
  kind: DatasetKind,
  field: string,
  content: Readonly<Record<string, unknown>>,
): DatasetProblem[] {
  const entries = select(content, `${kind}[]`);
  const next = new Map(entries.map(({ value }) => [fieldOf(value, 'code'), fieldOf(value, field)]));
  const visited = new Set<unknown>();
  return entries.flatMap(({ path, value }) => {
    const trail: unknown[] = [];
    let code = fieldOf(value, 'code');
    while (typeof code === 'string' && !visited.has(code)) {
      visited.add(code);
      trail.push(code);
      code = next.get(code);
    }
    if (!trail.includes(code)) return [];
    const cycle = [...trail.slice(trail.indexOf(code)), code].join(' → ');
    const found = describeFound(fieldOf(value, field));
    return [
      { file: fileOf(kind), path: `${path}.${field}`, found, expected: `a chain that ends, not ${cycle}` },
    ];
  });
}
