import { ChangeType } from '@graphql-inspector/core';
import { buildSchema, type GraphQLSchema } from 'graphql';
import type { ContractChange } from './compare.ts';
import { isMemberDeprecated, isTypeDeprecated, pathsTo } from './deprecated.ts';
import { findMember } from './member.ts';

/** Why a contract cannot be released as it is, for whoever changed it: what was found, and how to mend it. */
export type Refusal = string;

/**
 * Refuses breaking changes that nobody was warned of. What the released contract has deprecated may go; it may not
 * become something else under the same name.
 */
export function refuseBreaking(changes: readonly ContractChange[], released: string): readonly Refusal[] {
  const schema = buildSchema(released);
  return changes
    .filter((change) => change.level === 'breaking' && !isForetold(change, schema))
    .map(
      (change) => `${change.text}. The released contract promises otherwise.\n  ${adviceFor(change, schema)}`,
    );
}

/** Whether the released contract has deprecated what is gone now. */
function isForetold({ type, path, meta }: ContractChange, released: GraphQLSchema): boolean {
  switch (type) {
    case ChangeType.FieldRemoved:
    case ChangeType.FieldArgumentRemoved:
    case ChangeType.EnumValueRemoved:
    case ChangeType.InputFieldRemoved:
      return isMemberDeprecated(released, path);
    case ChangeType.TypeRemoved:
      return isTypeDeprecated(released, path);
    case ChangeType.UnionMemberRemoved:
      return isTypeDeprecated(released, String(meta.removedUnionMemberTypeName));
    case ChangeType.ObjectTypeInterfaceRemoved:
      return [meta.objectTypeName, meta.removedInterfaceName].some((name) =>
        isTypeDeprecated(released, String(name)),
      );
    default:
      return false;
  }
}

function adviceFor({ type, path, meta }: ContractChange, released: GraphQLSchema): string {
  switch (type) {
    case ChangeType.FieldRemoved:
    case ChangeType.FieldArgumentRemoved:
    case ChangeType.EnumValueRemoved:
    case ChangeType.InputFieldRemoved:
      return `Put it back and deprecate it; it may go once that is released. ${directiveFor(released, path)}`;
    case ChangeType.TypeRemoved:
      return `Put it back and deprecate what leads to it; it may go once that is released. ${leadsTo(released, path)}`;
    case ChangeType.FieldTypeChanged:
    case ChangeType.FieldArgumentTypeChanged:
    case ChangeType.InputFieldTypeChanged:
      return `Leave it as it was, give the new one another name, and deprecate this one. ${directiveFor(released, path)}`;
    case ChangeType.FieldArgumentAdded:
      return `Programs that do not give it would fail. Make it optional: \`${meta.addedArgumentName}: ${optional(meta.addedArgumentType)}\`.`;
    case ChangeType.InputFieldAdded:
      return `Programs that do not give it would fail. Make it optional: \`${meta.addedInputFieldName}: ${optional(meta.addedInputFieldType)}\`.`;
    case ChangeType.FieldArgumentDefaultChanged:
    case ChangeType.InputFieldDefaultValueChanged:
      return 'Programs that leave it out would get another answer to the same question. Leave the default as it was.';
    default:
      return 'Leave it as it was, and add what is new beside it under another name.';
  }
}

const optional = (type: unknown) => String(type).replace(/!$/, '');

/** The line of the contract that deprecates a member. GraphQL refuses it where something is required. */
function directiveFor(released: GraphQLSchema, path: string): string {
  const member = findMember(released, path);
  const name = path.split('.').at(-1);
  const isInput = member !== undefined && 'defaultValue' in member;
  const type = member && 'type' in member ? `: ${isInput ? optional(member.type) : member.type}` : '';
  return (
    `The contract then says \`${name}${type} @deprecated(reason: "Use \`…\`.")\`, ` +
    "by `deprecationReason: 'Use `…`.'` in the code."
  );
}

function leadsTo(released: GraphQLSchema, name: string): string {
  const paths = pathsTo(released, name);
  const found =
    paths.length > 0 ? `These lead to it: ${paths.join(', ')}.` : `Deprecate each of its own fields.`;
  return `${found} Each gets \`@deprecated(reason: "Use \`…\`.")\`, by \`deprecationReason: 'Use \`…\`.'\` in the code.`;
}
