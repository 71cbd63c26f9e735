import type { Context } from '@reintegration/schema';
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  visit,
} from 'graphql';
import { collectFields, type FieldNodes, type Fragments } from './collect-fields.ts';
import { type Complete, type Out, planCompletion } from './complete.ts';
import { abandon, isPromise, type Run, type Variables } from './run.ts';
import { Unfit } from './unfit.ts';

/** What is the same for all fields of a query. */
export type Means = {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  /** A number for each field. */
  readonly nextNumber: () => number;
};

/** Fills objects of a type from what they are made of. */
export type Fill = (
  run: Run,
  type: GraphQLObjectType,
  sources: readonly unknown[],
  outs: readonly Out[],
) => void;

/** How one field of all objects of a selection is answered. */
type FieldPlan = {
  /** Its name in the answer. */
  readonly key: string;
  /** What its resolver says for each object. */
  readonly read: (run: Run, sources: readonly unknown[]) => unknown[];
  readonly complete: Complete;
};

type AnyField = GraphQLField<unknown, unknown>;
type Resolve = (source: unknown, args: Variables, context: Context, info: GraphQLResolveInfo) => unknown;

/** Plans what is asked of objects, for each type that they turn out to have. */
export function planFill(means: Means, sets: readonly SelectionSetNode[]): Fill {
  const planned = new Map<GraphQLObjectType, readonly FieldPlan[]>();
  const planFor = (type: GraphQLObjectType) => {
    const fields = [...collectFields(means, type, sets)];
    const plan = fields.map(([key, nodes]) => planField(means, type, key, nodes));
    planned.set(type, plan);
    return plan;
  };
  return (run, type, sources, outs) => {
    for (const { key, read, complete } of planned.get(type) ?? planFor(type)) {
      const values = read(run, sources);
      const finish = (known: unknown[]) => {
        complete(run, known);
        for (let index = 0; index < outs.length; index += 1) (outs[index] as Out)[key] = known[index];
      };
      if (values.some(isPromise)) {
        // Fields stand in the order in which they are asked for, whatever comes first.
        for (const out of outs) out[key] = undefined;
        run.wait(values, finish);
      } else finish(values);
    }
  };
}

function planField(means: Means, type: GraphQLObjectType, key: string, nodes: FieldNodes): FieldPlan {
  const name = nodes[0].name.value;
  // As a name of a property it would be something else.
  if (key === '__proto__') throw new Unfit('a name that JavaScript keeps for itself');
  if (name === '__typename') {
    return {
      key,
      read: (_run, sources) => sources.map(() => type.name),
      complete: () => undefined,
    };
  }
  const field = fieldOf(means.schema, type, name);
  const infoOf = planInfo(means, type, field, nodes);
  const argsOf = planArguments(field, nodes[0]);
  const below = planFill(
    means,
    nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
  );
  return {
    key,
    read: planRead(field, argsOf, infoOf),
    complete: planCompletion(field.type, { fill: below, infoOf }),
  };
}

function fieldOf(schema: GraphQLSchema, type: GraphQLObjectType, name: string) {
  const meta = [SchemaMetaFieldDef, TypeMetaFieldDef].find((field) => field.name === name);
  const field = meta && type === schema.getQueryType() ? meta : type.getFields()[name];
  if (field === undefined) throw new Unfit('a field that is not there');
  return field;
}

function planRead(
  { resolve, name }: AnyField,
  argsOf: (variables: Variables) => Variables,
  infoOf: (run: Run) => GraphQLResolveInfo,
): FieldPlan['read'] {
  const call = resolve as Resolve | undefined;
  return (run, sources) => {
    const values = new Array<unknown>(sources.length);
    const args = argsOf(run.variables);
    const { context } = run;
    const info = infoOf(run);
    try {
      for (let index = 0; index < sources.length; index += 1) {
        values[index] = call
          ? call(sources[index], args, context, info)
          : propertyOf(sources[index], name, args, context, info);
      }
    } catch (error) {
      abandon(values);
      throw error;
    }
    return values;
  };
}

/** What graphql-js takes for the value of a field that has no resolver. */
function propertyOf(
  source: unknown,
  name: string,
  args: Variables,
  context: Context,
  info: GraphQLResolveInfo,
): unknown {
  const isHolder = (typeof source === 'object' && source !== null) || typeof source === 'function';
  if (!isHolder) return undefined;
  const property = (source as Record<string, unknown>)[name];
  if (typeof property !== 'function') return property;
  return (source as Record<string, (...given: unknown[]) => unknown>)[name]?.(args, context, info);
}

/** Arguments as a resolver takes them: made once when no variable is among them. */
function planArguments(field: AnyField, node: FieldNode): (variables: Variables) => Variables {
  let hasVariable = false;
  visit(
    { ...node, selectionSet: undefined },
    {
      Variable: () => {
        hasVariable = true;
      },
    },
  );
  if (hasVariable) return (variables) => getArgumentValues(field, node, variables);
  const args = Object.freeze(getArgumentValues(field, node, {}));
  return () => args;
}

/** What a resolver is told of its field, but for the place in the answer: it is called for many at once. */
class FieldInfo implements GraphQLResolveInfo {
  readonly fieldName: string;
  readonly fieldNodes: readonly FieldNode[];
  readonly returnType: GraphQLOutputType;
  readonly parentType: GraphQLObjectType;
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly rootValue = undefined;
  readonly operation: OperationDefinitionNode;
  readonly variableValues: { readonly [variable: string]: unknown };

  constructor(fixed: Fixed, variableValues: Variables) {
    this.fieldName = fixed.fieldName;
    this.fieldNodes = fixed.fieldNodes;
    this.returnType = fixed.returnType;
    this.parentType = fixed.parentType;
    this.schema = fixed.schema;
    this.fragments = fixed.fragments;
    this.operation = fixed.operation;
    this.variableValues = variableValues;
  }

  get path(): never {
    throw new Unfit('a resolver that depends on its place in the answer');
  }
}

/** What it is told in every run. */
type Fixed = Omit<GraphQLResolveInfo, 'path' | 'rootValue' | 'variableValues'>;

function planInfo(
  { schema, operation, fragments, nextNumber }: Means,
  parentType: GraphQLObjectType,
  { name, type }: AnyField,
  fieldNodes: readonly FieldNode[],
): (run: Run) => GraphQLResolveInfo {
  const number = nextNumber();
  const fixed: Fixed = {
    fieldName: name,
    fieldNodes,
    returnType: type,
    parentType,
    schema,
    fragments,
    operation,
  };
  return ({ infos, variables }) => {
    const known = infos[number] as GraphQLResolveInfo | undefined;
    if (known !== undefined) return known;
    const info = new FieldInfo(fixed, variables);
    infos[number] = info;
    return info;
  };
}
