/** A value in a dataset's files and the path to it. */
export interface Selected {
  readonly path: string;
  readonly value: unknown;
}

/**
 * Finds all values that a pattern such as `project.budgets[].city` leads to. What is absent or of another type
 * is passed over, so that one check can go on where another has already found fault.
 */
export function select(root: Readonly<Record<string, unknown>>, pattern: string): Selected[] {
  return walk({ path: '', value: root }, pattern.split(/\.|(?=\[\])/));
}

/** The value of a field, when there is an object that has it. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function walk({ path, value }: Selected, [step, ...rest]: readonly string[]): Selected[] {
  if (step === undefined) return value === undefined ? [] : [{ path, value }];
  if (step !== '[]') {
    return walk({ path: path === '' ? step : `${path}.${step}`, value: fieldOf(value, step) }, rest);
  }
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index) => walk({ path: `${path}[${index}]`, value: item }, rest));
}
