import type { PluginFunction } from '@graphql-codegen/plugin-helpers';
import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isCompositeType,
  isInputType,
  isLeafType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { answerText } from './answer-text.ts';
import { definitionsOf, type Found, hashOf, sourceOf } from './documents.ts';
import { commentText, HEAD, inputMemberText, isPlain } from './type-text.ts';

/**
 * Writes each operation as one constant text with the types of its variables and of its answer. A constant text
 * has no effect of its own, so that bundlers drop every operation that a program does not name.
 */
export const plugin: PluginFunction = (schema, files) => {
  const operations = definitionsOf(files, Kind.OPERATION_DEFINITION) as Found<OperationDefinitionNode>[];
  const fragments = definitionsOf(files, Kind.FRAGMENT_DEFINITION) as Found<FragmentDefinitionNode>[];
  const texts = [
    ...fragments.map(({ node, comment }) => fragmentText(schema, node, comment)),
    ...operations.map(({ node, comment }) =>
      operationText(
        schema,
        node,
        comment,
        fragments.map((fragment) => fragment.node),
      ),
    ),
  ];
  return [HEAD, importText(schema, texts.join('\n')), ...texts].join('\n');
};

/** Imports what the texts name outside of their comments and their quoted queries. */
function importText(schema: GraphQLSchema, text: string): string {
  const code = text.replaceAll(/\/\*\*[\s\S]*?\*\/|'(?:[^'\\]|\\.)*'/g, '');
  const words = new Set(code.match(/\w+/g));
  const names = Object.values(schema.getTypeMap())
    .filter((type) => isLeafType(type) || isInputType(type))
    .filter(({ name }) => !isPlain(name) && words.has(name))
    .map(({ name }) => `  ${name},\n`)
    .sort();
  return `import type { Open, Operation } from '../operation.ts';\nimport type {\n${names.join('')}} from './contract.ts';\n`;
}

function fragmentText(schema: GraphQLSchema, node: FragmentDefinitionNode, comment: string): string {
  const type = typeFromAST(schema, node.typeCondition);
  if (!isCompositeType(type)) throw new Error(`${node.name.value} is on no type of the contract.`);
  return `${commentText(comment, '')}export type ${node.name.value} = ${answerText(schema, type, node.selectionSet, '')};\n`;
}

function operationText(
  schema: GraphQLSchema,
  node: OperationDefinitionNode,
  comment: string,
  fragments: readonly FragmentDefinitionNode[],
): string {
  const name = node.name?.value;
  const root = schema.getRootType(node.operation);
  if (!name || !root) throw new Error('An operation needs a name, and its kind a type in the contract.');
  if (comment === '') throw new Error(`${name} needs a comment that says what it answers.`);
  const answer = `${name}${node.operation.charAt(0).toUpperCase()}${node.operation.slice(1)}`;
  const source = sourceOf(node, fragments);
  return [
    `${commentText(comment, '')}export const ${name} = '#${hashOf(source)}\\n${source.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}' as Operation<\n`,
    `  ${answer},\n  ${answer}Variables\n>;\n`,
    `\n/** Variables of {@link ${name}}. */\nexport type ${answer}Variables = ${variablesText(schema, node)};\n`,
    `\n/** Answer to {@link ${name}}. */\nexport type ${answer} = ${answerText(schema, root, node.selectionSet, '')};\n`,
  ].join('');
}

function variablesText(schema: GraphQLSchema, node: OperationDefinitionNode): string {
  const descriptions = descriptionsOf(schema, node);
  const members = (node.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => {
    const name = variable.name.value;
    const inputType = typeFromAST(schema, type as Parameters<typeof typeFromAST>[1]);
    if (!isInputType(inputType)) throw new Error(`$${name} has no type of the contract.`);
    const comment = commentText(descriptions.get(name), '  ');
    return `${comment}  ${inputMemberText(name, inputType, defaultValue !== undefined)}\n`;
  });
  return members.length === 0 ? 'Record<string, never>' : `{\n${members.join('')}}`;
}

/** What the contract says of the argument that each variable goes into first. */
function descriptionsOf(schema: GraphQLSchema, node: OperationDefinitionNode): Map<string, string> {
  const descriptions = new Map<string, string>();
  const typeInfo = new TypeInfo(schema);
  const enterVariable = (name: string) => {
    const description = typeInfo.getArgument()?.description;
    if (description && !descriptions.has(name)) descriptions.set(name, description);
  };
  visit(node, visitWithTypeInfo(typeInfo, { Variable: ({ name }) => enterVariable(name.value) }));
  return descriptions;
}
