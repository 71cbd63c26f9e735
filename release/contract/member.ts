import {
  type GraphQLArgument,
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';

/** Something of a contract that can be deprecated. */
export type Member = GraphQLField<unknown, unknown> | GraphQLArgument | GraphQLInputField | GraphQLEnumValue;

/** The fields, input fields or values of a type, by name. */
export function membersOf(type: GraphQLNamedType | undefined): ReadonlyMap<string, Member> {
  if (isEnumType(type)) return new Map(type.getValues().map((value) => [value.name, value]));
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type))
    return new Map(Object.entries(type.getFields()));
  return new Map();
}

/** The arguments of a field, by name; none where it is no field. */
export function argumentsOf(member: Member | undefined): ReadonlyMap<string, Member> {
  return new Map(member && 'args' in member ? member.args.map((argument) => [argument.name, argument]) : []);
}

/** The field, value or argument at `Type.field`, `Enum.VALUE` or `Type.field.argument`. */
export function findMember(schema: GraphQLSchema, path: string): Member | undefined {
  const [typeName = '', name = '', argument] = path.split('.');
  const member = membersOf(schema.getType(typeName)).get(name);
  return argument === undefined ? member : argumentsOf(member).get(argument);
}

/** Everything of a contract that can be deprecated, with its path. */
export function listMembers(
  schema: GraphQLSchema,
): readonly { readonly path: string; readonly member: Member }[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  return types.flatMap((type) =>
    [...membersOf(type)].flatMap(([name, member]) => [
      { path: `${type.name}.${name}`, member },
      ...[...argumentsOf(member)].map(([argument, one]) => ({
        path: `${type.name}.${name}.${argument}`,
        member: one,
      })),
    ]),
  );
}
