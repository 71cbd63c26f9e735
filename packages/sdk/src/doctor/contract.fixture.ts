import { readFile } from 'node:fs/promises';
import {
  type ConstDirectiveNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  parse,
  parseType,
  print,
  visit,
} from 'graphql';

/** The contract as it is. */
export const contract = await readFile(new URL('../generated/schema.graphql', import.meta.url), 'utf8');

/** What becomes of a member of the contract: gone, deprecated for a reason, or something else. */
export type Change =
  | 'gone'
  | { readonly deprecated: string }
  | { readonly name: string }
  | { readonly type: string };

type Member = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;

/** The contract with changes, by coordinate: `Project.title`, `Query.cities.search`, `Locale.EN`. */
export function changeContract(changes: Readonly<Record<string, Change>>, text = contract): string {
  const pending = new Set(Object.keys(changes));
  const leave = (
    node: Member,
    ...[, , , ancestors]: readonly [unknown, unknown, unknown, readonly unknown[]]
  ) => {
    const coordinate = [...ancestors.map(nameOf).filter(Boolean), node.name.value].join('.');
    const change = changes[coordinate];
    pending.delete(coordinate);
    return change && changed(node, change);
  };
  const document = visit(parse(text), {
    FieldDefinition: { leave },
    InputValueDefinition: { leave },
    EnumValueDefinition: { leave },
  });
  if (pending.size > 0) throw new Error(`Not in the contract: ${[...pending].join(', ')}`);
  return print(document);
}

function nameOf(ancestor: unknown): string {
  return (ancestor as { readonly name?: { readonly value?: string } }).name?.value ?? '';
}

function changed(node: Member, change: Change): Member | null {
  if (change === 'gone') return null;
  if ('name' in change) return { ...node, name: { kind: Kind.NAME, value: change.name } };
  if ('type' in change) return { ...node, type: parseType(change.type) } as Member;
  return { ...node, directives: [deprecated(change.deprecated)] };
}

function deprecated(reason: string): ConstDirectiveNode {
  const value = { kind: Kind.STRING, value: reason } as const;
  const argument = { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'reason' }, value } as const;
  return { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'deprecated' }, arguments: [argument] };
}
