import {
  type BooleanValueNode,
  type DirectiveNode,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** Values that conditions have by their variables. */
export type Conditions = ReadonlyMap<string, boolean>;

type Variables = Readonly<Record<string, unknown>>;

/** Names of the variables that `@skip` and `@include` depend on. */
export function conditionNamesOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: (directive) => {
      const value = conditionOf(directive);
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** The values of these variables, given or by default; null when one of them is neither true nor false. */
export function conditionsOf(
  names: readonly string[],
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
): Conditions | null {
  const conditions = new Map<string, boolean>();
  for (const name of names) {
    const definition = variableDefinitions.find(({ variable }) => variable.name.value === name);
    const fallback = definition?.defaultValue as BooleanValueNode | undefined;
    const value = variables[name] === undefined ? fallback?.value : variables[name];
    if (typeof value !== 'boolean') return null;
    conditions.set(name, value);
  }
  return conditions;
}

/**
 * Leaves out what is not asked for under these conditions, and the conditions themselves; null when nothing of a
 * selection would be left, which no document can say.
 */
export function resolveConditions(document: DocumentNode, conditions: Conditions): DocumentNode | null {
  let isEmpty = false;
  const resolved = visit(document, {
    SelectionSet: (set): SelectionSetNode => {
      const selections = set.selections.filter((selection) => isAsked(selection, conditions));
      isEmpty ||= selections.length === 0;
      return { ...set, selections };
    },
    Directive: (directive) => (conditionOf(directive) === undefined ? undefined : null),
  }) as DocumentNode;
  return isEmpty ? null : resolved;
}

function isAsked({ directives = [] }: SelectionNode, conditions: Conditions): boolean {
  return directives.every((directive) => {
    const value = conditionOf(directive);
    if (value === undefined) return true;
    const holds = value.kind === Kind.VARIABLE ? conditions.get(value.name.value) : isTrue(value);
    return holds === (directive.name.value === 'include');
  });
}

function isTrue(value: { readonly kind: Kind }): boolean {
  return value.kind === Kind.BOOLEAN && (value as BooleanValueNode).value;
}

/** What the condition of a directive depends on; undefined for directives that are none. */
function conditionOf({ name, arguments: given = [] }: DirectiveNode) {
  return name.value === 'skip' || name.value === 'include' ? given[0]?.value : undefined;
}
