import type { PluginFunction } from '@graphql-codegen/plugin-helpers';
import {
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isScalarType,
} from 'graphql';
import { commentText, HEAD, inputMemberText, isPlain, scalarText } from './type-text.ts';

/** Writes the scalars, enums and inputs of the contract as types: nothing of them is left at run time. */
export const plugin: PluginFunction = (schema) => {
  const declarations = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isPlain(type.name))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(declarationText)
    .filter((text) => text !== null);
  return [HEAD, ...declarations].join('\n');
};

function declarationText(type: GraphQLNamedType): string | null {
  const comment = commentText(type.description, '');
  if (isScalarType(type)) return `${comment}export type ${type.name} = ${scalarText(type.name)};\n`;
  if (isEnumType(type)) return `${comment}${enumText(type)}`;
  return isInputObjectType(type) ? `${comment}${inputText(type)}` : null;
}

function enumText(type: GraphQLEnumType): string {
  const values = type
    .getValues()
    .map((value) => `${commentText(value.description, '  ', value.deprecationReason)}  | '${value.name}'`);
  return `export type ${type.name} =\n${values.join('\n')};\n`;
}

function inputText(type: GraphQLInputObjectType): string {
  const members = Object.values(type.getFields()).map((field) => {
    const comment = commentText(field.description, '  ', field.deprecationReason);
    return `${comment}  ${inputMemberText(field.name, field.type, field.defaultValue !== undefined)}\n`;
  });
  return `export type ${type.name} = {\n${members.join('')}};\n`;
}
