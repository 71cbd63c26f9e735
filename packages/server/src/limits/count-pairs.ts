import { ApiError } from '@reintegration/schema';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Limits } from './limits.ts';

/** Fields by the name that they have in the answer. */
type Groups = Map<string, FieldNode[]>;
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The exact bounds are for valid documents: fields of a fragment count here once more by itself, and cycles go on. */
const MOST_TIMES = 10;

/**
 * Bounds what it costs to find out whether a document is valid: fields that share their place in the answer are
 * compared, each with each. The document may be anything that can be parsed.
 *
 * @throws ApiError QUERY_TOO_COMPLEX
 */
export function requireFewPairs(document: DocumentNode, { maxPairs, maxFields, maxDepth }: Limits): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  let pairs = 0;
  let fields = 0;

  const add = (field: FieldNode, groups: Groups): void => {
    const name = (field.alias ?? field.name).value;
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    fields += 1;
    pairs += group.length;
    group.push(field);
    requireWithin(pairs, maxPairs, 'pairs of fields in one place of the answer');
    requireWithin(fields, MOST_TIMES * maxFields, 'fields');
  };
  const descend = (sets: readonly SelectionSetNode[], depth: number): void => {
    requireWithin(depth, MOST_TIMES * maxDepth, 'levels');
    const groups: Groups = new Map();
    const spread = new Set<string>();
    for (const set of sets) gather(set, fragments, spread, (field) => add(field, groups));
    for (const group of groups.values()) {
      const inner = group.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (inner.length > 0) descend(inner, depth + 1);
    }
  };
  for (const definition of document.definitions) {
    if ('selectionSet' in definition && definition.selectionSet) descend([definition.selectionSet], 1);
  }
}

/** Tells each field of a selection, those of fragments included: each fragment once, as it would run. */
function gather(
  { selections }: SelectionSetNode,
  fragments: Fragments,
  spread: Set<string>,
  tell: (field: FieldNode) => void,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      tell(selection);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      gather(selection.selectionSet, fragments, spread, tell);
    } else if (!spread.has(selection.name.value)) {
      spread.add(selection.name.value);
      const fragment = fragments.get(selection.name.value);
      if (fragment) gather(fragment.selectionSet, fragments, spread, tell);
    }
  }
}

function requireWithin(count: number, most: number, what: string): void {
  if (count <= most) return;
  throw new ApiError(
    'QUERY_TOO_COMPLEX',
    `The document holds more than ${most} ${what}. Ask for less, or in several operations.`,
  );
}
