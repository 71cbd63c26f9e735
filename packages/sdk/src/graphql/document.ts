import type { $tada, initGraphQLTada } from 'gql.tada';
import type { Inputs, Introspection, Leaves } from '../generated/introspection.ts';
import type { Operation } from '../operation.ts';

// gql.tada has one type for each name. Enums are open in answers and closed in variables, so that it is set up
// twice: with the contract, and with nothing but what variables take.
declare const answers: initGraphQLTada<{
  introspection: Introspection;
  scalars: Leaves;
  disableMasking: true;
}>;
declare const inputs: initGraphQLTada<{
  introspection: { query: 'Query'; types: { Query: unknown } };
  scalars: Inputs;
}>;

// With the constraint `any`, the compiler does not ask whether a text fits gql.tada's other overload, its cache.
type Source = {
  // biome-ignore lint/suspicious/noExplicitAny: nothing else fits both overloads
  readonly text: any;
  // biome-ignore lint/suspicious/noExplicitAny: nothing else fits both overloads
  readonly fragments: any;
};

/** What gql.tada reads out of a text; never, when it is no GraphQL. */
type Read<From extends Source> = ReturnType<typeof answers<From['text'], From['fragments']>>;
type ReadInputs<From extends Source> = ReturnType<typeof inputs<From['text'], From['fragments']>>;

// Without any fragment, gql.tada finds none of those in the text itself. So it is given one without a name.
type Unnamed = { [$tada.definition]?: { fragment: ''; on: ''; masked: false } };

/** What gql.tada knows a fragment by: the member that it names by a symbol. An operation has it empty. */
type Definition<Found> = Pick<Found, keyof Found & symbol>;

/** Asks whoever runs a fragment for what nobody has. */
export type NotRunnable = {
  /** Never there: the compiler names it when a fragment is run. */
  readonly 'A fragment is a part of a query and cannot be run.': never;
};

/** A fragment, for the queries that spread it. It is the plain text of the fragment. */
export type Fragment<Answer, Defined = unknown> = Operation<Answer, NotRunnable> & Defined;

/** What comes of a text that nobody can read: it is no GraphQL, or not known while compiling. */
export type Unreadable = {
  /** What the compiler says of it. */
  readonly problem: 'This is not one constant text of GraphQL.';
};

/** What a text and its fragments make. */
export type Document<Text extends string, Fragments extends readonly Fragment<unknown>[]> = DocumentOf<
  Read<{ text: Text; fragments: readonly [Unnamed, ...Fragments] }>,
  { text: Text; fragments: [] }
>;

type DocumentOf<Found, From extends Source> = [Found] extends [never]
  ? Unreadable
  : Definition<Found>[keyof Definition<Found>] extends object | undefined
    ? Fragment<ResultOf<Found>, Definition<Found>>
    : Operation<ResultOf<Found>, Given<VariablesOf<ReadInputs<From>>>>;

/** What an operation or a fragment answers. */
export type ResultOf<Document> = Document extends { readonly __apiType?: (variables: never) => infer Answer }
  ? Answer
  : never;

/** What an operation asks for. */
export type VariablesOf<Document> = Document extends {
  readonly __apiType?: (variables: infer Variables) => unknown;
}
  ? Variables
  : never;

/** Lists may be readonly, and what may be absent may be undefined too. */
type Given<Variables> = {
  [Name in keyof Variables]: undefined extends Variables[Name]
    ? List<Variables[Name]> | undefined
    : List<Variables[Name]>;
};
type List<Value> = Value extends readonly (infer Item)[] ? readonly List<Item>[] : Value;
