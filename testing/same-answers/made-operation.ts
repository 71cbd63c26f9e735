import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { Operation } from '../execute.ts';
import type { Decide } from './decide.ts';
import type { KnownValues } from './known-values.ts';
import { literalOf, makeValue } from './made-value.ts';

type Parent = GraphQLObjectType | GraphQLInterfaceType;
type Variable = { readonly name: string; readonly type: string };

const DEEPEST = 9;
const MOST_FIELDS = 45;
const INTROSPECTION = [
  '__schema { queryType { name } directives { name args { name defaultValue } } }',
  '__type(name: "City") { kind name fields { name type { kind ofType { name } } } interfaces { name } }',
];

/** Makes an operation of a schema: mostly valid, mostly with arguments that fit, and with a bit of everything. */
export function makeOperation(schema: GraphQLSchema, known: KnownValues, decide: Decide): Operation {
  const variables: Record<string, unknown> = {};
  const defined: (Variable & { readonly text: string })[] = [];
  const fragments: { readonly on: string; readonly name: string; readonly text: string }[] = [];
  let fields = 0;
  let names = 0;
  const oneIn = (chances: number) => decide(chances) === chances - 1;
  const pick = <Value>(values: readonly Value[]) => values[decide(values.length)] as Value;

  function variable(type: string, value: unknown): string {
    const same = defined.filter((other) => other.type === type);
    if (same.length > 0 && oneIn(3)) return `$${pick(same).name}`;
    const name = `v${defined.length + 1}`;
    const isAbsent = !type.endsWith('!') && oneIn(6);
    const isDefault = value !== null && typeof value !== 'object' && type !== 'ID!' && oneIn(5);
    if (!isAbsent && !isDefault) variables[name] = value;
    const text = isDefault ? `$${name}: ${type} = ${literalOf(value, type)}` : `$${name}: ${type}`;
    defined.push({ name, type, text });
    return `$${name}`;
  }

  function directive(): string {
    if (!oneIn(8)) return '';
    const condition = oneIn(2) ? variable('Boolean!', oneIn(2)) : String(oneIn(2));
    return ` @${oneIn(2) ? 'skip' : 'include'}(if: ${condition})`;
  }

  function args(field: GraphQLField<unknown, unknown>): string {
    const given = field.args
      .filter((arg) => isRequiredArgument(arg) || oneIn(4))
      .map((arg: GraphQLArgument) => {
        const value = makeValue(arg.type, arg.name, field.name, known, decide);
        const asVariable = oneIn(2);
        return `${arg.name}: ${asVariable ? variable(String(arg.type), value) : literalOf(value, arg.type)}`;
      });
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  function field(parent: Parent, depth: number): string {
    if (oneIn(12)) return `__typename${directive()}`;
    const all = Object.values(parent.getFields());
    const leaves = all.filter(({ type }) => !isCompositeType(getNamedType(type)));
    const isOver = depth >= DEEPEST || fields > MOST_FIELDS;
    if (isOver && leaves.length === 0) return '__typename';
    const chosen = pick(isOver ? leaves : all);
    fields += 1;
    const given = args(chosen);
    names += 1;
    // What has arguments has a name of its own: two that differ in them cannot be merged.
    const alias = given !== '' || oneIn(6) ? `a${names}: ` : '';
    const head = `${alias}${chosen.name}${given}`;
    const type = getNamedType(chosen.type);
    if (!isObjectType(type) && !isInterfaceType(type)) return `${head}${directive()}`;
    const first = `${head}${directive()} ${selections(type, depth + 1)}`;
    return oneIn(8) ? `${first} ${head}${directive()} ${selections(type, depth + 1)}` : first;
  }

  function spread(parent: Parent, depth: number): string {
    const types = isObjectType(parent)
      ? [parent, ...parent.getInterfaces()]
      : [parent, ...schema.getPossibleTypes(parent)];
    const on = pick(types);
    const same = fragments.filter((fragment) => fragment.on === on.name);
    if (same.length > 0 && oneIn(2)) return `...${pick(same).name}${directive()}`;
    if (oneIn(2)) return `... on ${on.name}${directive()} ${selections(on, depth)}`;
    if (oneIn(4)) return `...${directive()} ${selections(parent, depth)}`;
    const text = selections(on, depth);
    const name = `F${fragments.length + 1}`;
    fragments.push({ on: on.name, name, text: `fragment ${name} on ${on.name} ${text}` });
    return `...${name}${directive()}`;
  }

  function selections(parent: Parent, depth: number): string {
    const texts = Array.from({ length: 1 + decide(4) }, () =>
      oneIn(5) && fields <= MOST_FIELDS ? spread(parent, depth) : field(parent, depth),
    );
    return `{ ${texts.join(' ')} }`;
  }

  const root = schema.getQueryType() as GraphQLObjectType;
  let text = selections(root, 1);
  if (oneIn(40)) text = text.replace('{', `{ ${pick(INTROSPECTION)}`);
  const head = defined.length > 0 ? `query (${defined.map((one) => one.text).join(', ')})` : 'query';
  const document = [`${head} ${text}`, ...fragments.map((fragment) => fragment.text)].join('\n');
  return { document, variables, locale: pick(['EN', 'SR_LATN', 'SR_CYRL'] as const) };
}
