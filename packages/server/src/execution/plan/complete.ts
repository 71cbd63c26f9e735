import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { abandon, isPromise, present, type Run } from './run.ts';
import { Unfit } from './unfit.ts';

/**
 * Puts in the place of each value what stands in the answer for it. Objects among it are filled later, when their
 * fields are there.
 */
export type Complete = (run: Run, values: unknown[]) => void;

/** An object of the answer. */
export type Out = Record<string, unknown>;

/** What the fields below a field are answered by. */
export type Below = {
  /** Fills objects of a type from what they are made of. */
  fill(run: Run, type: GraphQLObjectType, sources: readonly unknown[], outs: readonly Out[]): void;
  /** What resolvers are told of the field itself. */
  infoOf(run: Run): GraphQLResolveInfo;
};

/** Plans how values of a type get into the answer. */
export function planCompletion(type: GraphQLOutputType, below: Below): Complete {
  const isRequired = isNonNullType(type);
  const inner = isRequired ? type.ofType : type;
  if (isListType(inner)) return completeLists(planCompletion(inner.ofType, below), isRequired);
  if (isLeafType(inner)) return completeLeaves(inner, isRequired);
  return isAbstractType(inner)
    ? completeAbstract(inner, isRequired, below)
    : completeObjects(inner, isRequired, below);
}

function completeLeaves(type: GraphQLLeafType, isRequired: boolean): Complete {
  return (_run, values) => {
    for (let index = 0; index < values.length; index += 1) {
      const value = present(values[index], isRequired);
      values[index] = value === null ? null : present(type.serialize(value), true);
    }
  };
}

function completeObjects(type: GraphQLObjectType, isRequired: boolean, below: Below): Complete {
  return (run, values) => {
    const { sources, made } = open(values, isRequired);
    if (type.isTypeOf) for (const source of sources) requireType(type, source, run, below);
    if (made.length > 0) below.fill(run, type, sources, made);
  };
}

/** @throws Unfit when a value is not of a type that it should have, or says so later only */
function requireType(type: GraphQLObjectType, source: unknown, run: Run, below: Below): void {
  const isSo = type.isTypeOf?.(source, run.context, below.infoOf(run));
  abandon([isSo]);
  if (isSo !== true) throw new Unfit('another type');
}

/** Puts an object with nothing in it yet in the place of each value that is there; tells those, and the objects. */
function open(values: unknown[], isRequired: boolean) {
  const sources: unknown[] = [];
  const made: Out[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const value = present(values[index], isRequired);
    const out: Out | null = value === null ? null : {};
    values[index] = out;
    if (out === null) continue;
    sources.push(value);
    made.push(out);
  }
  return { sources, made };
}

function completeAbstract(type: GraphQLAbstractType, isRequired: boolean, below: Below): Complete {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  return (run, values) => {
    const { sources, made } = open(values, isRequired);
    const info = below.infoOf(run);
    const fill = (names: readonly unknown[]) => {
      for (const name of new Set(names)) {
        const object = info.schema.getType(String(name)) as GraphQLObjectType;
        if (!info.schema.getPossibleTypes(type).includes(object)) throw new Unfit('a type of another kind');
        const own = sources.filter((_source, index) => names[index] === name);
        if (object.isTypeOf) for (const source of own) requireType(object, source, run, below);
        below.fill(
          run,
          object,
          own,
          made.filter((_out, index) => names[index] === name),
        );
      }
    };
    const names: unknown[] = [];
    abandonUnlessDone(names, () => {
      for (const source of sources) names.push(resolveType(source, run.context, info, type));
    });
    if (names.some(isPromise)) run.wait(names, fill);
    else fill(names);
  };
}

/** Does something; if it fails, nobody waits for these values any more. */
function abandonUnlessDone(values: readonly unknown[], work: () => void): void {
  try {
    work();
  } catch (error) {
    abandon(values);
    throw error;
  }
}

/** Completes the items of all lists together. */
function completeLists(complete: Complete, isRequired: boolean): Complete {
  return (run, values) => {
    const items: unknown[] = [];
    let isWaiting = false;
    // Before any list is found wrong: what its neighbours promise must not be without anybody who waits.
    for (const list of values) {
      for (const item of Array.isArray(list) ? list : []) {
        items.push(item);
        isWaiting ||= isPromise(item);
      }
    }
    abandonUnlessDone(items, () => {
      for (let index = 0; index < values.length; index += 1) {
        const list = present(values[index], isRequired);
        if (list !== null && !Array.isArray(list)) throw new Unfit('a list of another kind');
        values[index] = list && new Array<unknown>(list.length);
      }
    });
    const lists = values as readonly (unknown[] | null)[];
    const fill = (known: unknown[]) => {
      complete(run, known);
      let next = 0;
      for (const list of lists) {
        for (let index = 0; list !== null && index < list.length; index += 1) {
          list[index] = known[next];
          next += 1;
        }
      }
    };
    if (isWaiting) run.wait(items, fill);
    else fill(items);
  };
}
