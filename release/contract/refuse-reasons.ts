import { buildSchema, type GraphQLSchema } from 'graphql';
import { argumentsOf, findMember, listMembers, membersOf } from './member.ts';
import type { Refusal } from './refuse-breaking.ts';

const NONE = /\bno replacement\b/i;

/** Refuses deprecations that leave their reader alone: a reason names what to use now, or says there is nothing. */
export function refuseReasons(present: string): readonly Refusal[] {
  const schema = buildSchema(present);
  return listMembers(schema).flatMap(({ path, member }) => {
    const reason = member.deprecationReason;
    if (reason == null || NONE.test(reason)) return [];
    const named = [...reason.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    if (named.length === 0)
      return [
        `\`${path}\` is deprecated with the reason "${reason}", which names nothing to use now.\n` +
          '  Name it in backticks, as in "Use `Type.field`.", or say "No replacement." and why.',
      ];
    if (named.some((name) => isThere(schema, path, name))) return [];
    return [
      `\`${path}\` is deprecated, and its replacement ${named.map((name) => `\`${name}\``).join(', ')} is not in the contract, or is deprecated too.\n` +
        '  Name a field, argument, value or type that is there: `name` of the same type, else `Type.name` or `Type.name(argument:)`.',
    ];
  });
}

/** Whether a name leads from a deprecated member to something of the contract that stays. */
function isThere(schema: GraphQLSchema, path: string, name: string): boolean {
  const parts = name.split(/[.(:)]/).filter((part) => part !== '');
  const [type = '', field = ''] = path.split('.');
  const [first = ''] = parts;
  const found =
    parts.length > 1
      ? findMember(schema, parts.join('.'))
      : (argumentsOf(membersOf(schema.getType(type)).get(field)).get(first) ??
        membersOf(schema.getType(type)).get(first));
  if (found !== undefined) return found.deprecationReason == null;
  return parts.length === 1 && schema.getType(first) !== undefined;
}
