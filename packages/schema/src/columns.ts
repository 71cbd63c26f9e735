import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** Part of what GraphQL tells a resolver: the fields that are asked of its answer. */
export type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** Which columns of a table to read. One for each choice: the same is the same object. */
export class Columns<Row> {
  /** Tells choices apart. */
  readonly key: string;
  readonly names: readonly (keyof Row & string)[];

  constructor(names: readonly (keyof Row & string)[]) {
    this.key = names.join();
    this.names = names;
  }

  /**
   * The columns as a query selects them from the table.
   *
   * @param always - columns that are needed whatever is asked for
   */
  of<Table extends string>(
    table: Table,
    always: readonly (keyof Row & string)[] = [],
  ): `${Table}.${keyof Row & string}`[] {
    return [...new Set([...always, ...this.names])].map((name) => `${table}.${name}` as const);
  }
}

/** How the columns of a table are chosen. */
export type ColumnChoice<Row> = {
  readonly all: Columns<Row>;
  /**
   * The columns that the answer of a field needs.
   *
   * @param within - the fields below it that hold the records, when it is not a record or a list of them itself
   */
  askedBy(info: Asked | undefined, within?: readonly string[]): Columns<Row>;
};

/**
 * Leaves columns out that nobody asks for: to read a column costs as much as to answer a field.
 *
 * @param names - all columns
 * @param rare - fields whose columns are read only when one of them is asked for, with those columns. Any other
 *   column is always read.
 */
export function chooseColumns<Row>(
  names: readonly (keyof Row & string)[],
  rare: Readonly<Record<string, readonly (keyof Row & string)[]>>,
): ColumnChoice<Row> {
  const all = new Columns<Row>(names);
  const choices = new Map([[all.key, all]]);
  const known = new WeakMap<FieldNode, Columns<Row>>();
  const choose = (fields: ReadonlySet<string>): Columns<Row> => {
    const needed = new Set(Object.entries(rare).flatMap(([field, own]) => (fields.has(field) ? own : [])));
    const omitted = new Set(Object.values(rare).flat());
    const chosen = new Columns<Row>(names.filter((name) => needed.has(name) || !omitted.has(name)));
    const same = choices.get(chosen.key) ?? chosen;
    choices.set(chosen.key, same);
    return same;
  };
  return {
    all,
    askedBy: (info, within = []) => {
      const [node, ...others] = info?.fieldNodes ?? [];
      if (info === undefined || node === undefined) return all;
      const found = others.length === 0 ? known.get(node) : undefined;
      if (found !== undefined) return found;
      const fields = new Set<string>();
      for (const { selectionSet } of info.fieldNodes) collect(selectionSet, info.fragments, within, fields);
      const chosen = choose(fields);
      if (others.length === 0) known.set(node, chosen);
      return chosen;
    },
  };
}

/** Whether below a field of the answer nothing but these fields is asked for. */
export function asksOnly(info: Asked, field: string, names: ReadonlySet<string>): boolean {
  const asked = new Set<string>();
  for (const { selectionSet } of info.fieldNodes) collect(selectionSet, info.fragments, [field], asked);
  return [...asked].every((name) => names.has(name));
}

/** Names of all fields of a selection, whatever their conditions and the types that they are asked of. */
function collect(
  set: SelectionSetNode | undefined,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  within: readonly string[],
  names: Set<string>,
): void {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      collect(fragments[selection.name.value]?.selectionSet, fragments, within, names);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      collect(selection.selectionSet, fragments, within, names);
    } else if (within.length === 0) {
      names.add(selection.name.value);
    } else if (within.includes(selection.name.value)) {
      const inner = selection.name.value === 'edges' ? ['node'] : [];
      collect(selection.selectionSet, fragments, inner, names);
    }
  }
}

/** Where the records of a connection are. */
export const IN_CONNECTION = ['nodes', 'edges'] as const;
