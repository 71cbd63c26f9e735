import { type Change, ChangeType, diff } from '@graphql-inspector/core';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { type ChangeLevel, levelOf } from './level.ts';
import { findMember } from './member.ts';

/** One difference between the released contract and the present one. */
export type ContractChange = {
  readonly type: string;
  /** Of what: `Type`, `Type.field`, `Type.field.argument`. */
  readonly path: string;
  readonly level: ChangeLevel;
  /** What changed, as a line of a list. */
  readonly text: string;
  readonly meta: Readonly<Record<string, unknown>>;
};

/** Changes that tell of everything within them: a new type's fields need no lines of their own. */
const WHOLE: ReadonlySet<string> = new Set([
  ChangeType.TypeAdded,
  ChangeType.FieldAdded,
  ChangeType.FieldArgumentAdded,
  ChangeType.InputFieldAdded,
  ChangeType.EnumValueAdded,
  ChangeType.DirectiveAdded,
  ChangeType.FieldDeprecationAdded,
  ChangeType.FieldDeprecationRemoved,
  ChangeType.FieldDeprecationReasonChanged,
  ChangeType.EnumValueDeprecationReasonAdded,
  ChangeType.EnumValueDeprecationReasonChanged,
  ChangeType.EnumValueDeprecationReasonRemoved,
  ChangeType.DirectiveUsageArgumentDefinitionAdded,
  ChangeType.DirectiveUsageInputFieldDefinitionAdded,
]);

/**
 * Compares two contracts, each a document in the schema definition language.
 *
 * @returns every change, the breaking ones first, each told once
 */
export async function compareContracts(
  released: string,
  present: string,
): Promise<readonly ContractChange[]> {
  const schema = buildSchema(present);
  const found = await diff(buildSchema(released), schema);
  const changes = found
    .map((change) => toContractChange(change, schema))
    .filter((change, index, all) => !isToldBy(change, index, all));
  const order: readonly ChangeLevel[] = ['breaking', 'addition', 'wording'];
  return order.flatMap((level) =>
    changes
      .filter((change) => change.level === level)
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
  );
}

function toContractChange(change: Change, present: GraphQLSchema): ContractChange {
  const { type, path = '', meta } = change;
  return { type, path, level: levelOf(change), text: textOf(change, path, present), meta };
}

/** A breaking change is always told, whatever it lies in. */
function isToldBy(change: ContractChange, index: number, all: readonly ContractChange[]): boolean {
  if (change.level === 'breaking') return false;
  return all.some((other, position) => {
    const isEarlier = position < index;
    if (isEarlier && change.text === other.text) return true;
    if (!WHOLE.has(other.type)) return false;
    return change.path.startsWith(`${other.path}.`) || (isEarlier && change.path === other.path);
  });
}

const DIRECTIVE_WORDS: ReadonlySet<string> = new Set([
  ChangeType.DirectiveUsageArgumentAdded,
  ChangeType.DirectiveUsageArgumentRemoved,
]);

function textOf({ type, message }: Change, path: string, present: GraphQLSchema): string {
  const [name = '', directive] = path.split('.@');
  if (type.includes('_DESCRIPTION_')) return `\`${name}\` is described otherwise`;
  const reason = findMember(present, name)?.deprecationReason;
  if (directive === 'deprecated' && WHOLE.has(type) && reason) return `\`${name}\` is deprecated: ${reason}`;
  if (DIRECTIVE_WORDS.has(type)) return `\`${name}\` says something else by \`@${directive?.split('.')[0]}\``;
  return message.replace(/'([^'\n]*)'/g, '`$1`').replace(/\s+/g, ' ');
}
