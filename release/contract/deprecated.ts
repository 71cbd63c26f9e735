import { type GraphQLSchema, getNamedType, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import { argumentsOf, findMember, type Member, membersOf } from './member.ts';

const isDeprecated = (member: Member | undefined) => member?.deprecationReason != null;

/** Whether a contract has deprecated a field, value or argument, or what it belongs to. */
export function isMemberDeprecated(schema: GraphQLSchema, path: string): boolean {
  const [type = '', name = ''] = path.split('.');
  return (
    isDeprecated(findMember(schema, path)) ||
    isDeprecated(findMember(schema, `${type}.${name}`)) ||
    isTypeDeprecated(schema, type)
  );
}

/**
 * Whether a contract has deprecated a type. GraphQL has no directive for that: a type is on its way out when all
 * that is its own is deprecated, or when nothing leads to it but what is deprecated.
 */
export function isTypeDeprecated(schema: GraphQLSchema, name: string): boolean {
  const type = schema.getType(name);
  if (type === undefined) return false;
  const inherited =
    isObjectType(type) || isInterfaceType(type)
      ? type.getInterfaces().flatMap((parent) => Object.keys(parent.getFields()))
      : [];
  const own = [...membersOf(type)].filter(([member]) => !inherited.includes(member));
  if (own.length > 0 && own.every(([, member]) => isDeprecated(member))) return true;
  return !reachableTypes(schema).has(name);
}

/** What leads to a type without being deprecated: `Type.field`, or `Type.field.argument`. */
export function pathsTo(schema: GraphQLSchema, name: string): readonly string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    stepsFrom(schema, type.name)
      .filter((step) => step.to === name && step.by !== null && !type.name.startsWith('__'))
      .map((step) => step.by ?? ''),
  );
}

type Step = { readonly to: string; readonly by: string | null };

/** The types that the live members of a type name, and those that it may turn out to be. */
function stepsFrom(schema: GraphQLSchema, name: string): readonly Step[] {
  const type = schema.getType(name);
  const kinds = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  // A fragment may name an interface that no field leads to.
  const parents = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
  const live = [...membersOf(type)].filter(([, member]) => !isDeprecated(member));
  return [
    ...[...kinds, ...parents].map((one) => ({ to: one.name, by: null })),
    ...live.flatMap(([key, member]) => [
      ...stepOf(member, `${name}.${key}`),
      ...[...argumentsOf(member)]
        .filter(([, argument]) => !isDeprecated(argument))
        .flatMap(([argument, one]) => stepOf(one, `${name}.${key}.${argument}`)),
    ]),
  ];
}

const stepOf = (member: Member, by: string): readonly Step[] =>
  'type' in member ? [{ to: getNamedType(member.type).name, by }] : [];

function reachableTypes(schema: GraphQLSchema): ReadonlySet<string> {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const reached = new Set(roots.flatMap((type) => (type ? [type.name] : [])));
  // A set that grows while it is walked is walked to its end.
  for (const name of reached) for (const { to } of stepsFrom(schema, name)) reached.add(to);
  return reached;
}
