/** A list in pages, as Relay's cursor connections describe it. */
type Connection = { readonly pageInfo: object };

/** Names of the fields that lead to each connection of an answer, not through lists. */
type TupleTo<Value> = 0 extends 1 & Value
  ? readonly string[]
  : Value extends readonly unknown[]
    ? never
    : Value extends Connection
      ? readonly []
      : Value extends object
        ? { [Key in keyof Value & string]-?: readonly [Key, ...TupleTo<Value[Key]>] }[keyof Value & string]
        : never;

type Dotted<Path> = Path extends readonly [infer Head extends string, ...infer Rest extends readonly string[]]
  ? Rest extends readonly []
    ? Head
    : `${Head}.${Dotted<Rest>}`
  : never;

/** Where an answer has its connections: `['project', 'activities']`, or `'project.activities'`. */
export type PathTo<Answer> = TupleTo<Answer> | Dotted<TupleTo<Answer>>;

type Field<Value, Key extends PropertyKey> = Value extends { readonly [K in Key]?: infer Inner }
  ? Inner
  : never;

type NodeOf<Value> = Value extends { readonly nodes: infer List }
  ? NonNullable<List> extends readonly (infer Node)[]
    ? Node
    : never
  : Value extends { readonly edges: infer List }
    ? NonNullable<List> extends readonly (infer Edge)[]
      ? Field<Edge, 'node'>
      : never
    : never;

/** What the connection at a path holds. */
export type NodeAt<Answer, Path> = Path extends readonly []
  ? NodeOf<Answer>
  : Path extends readonly [infer Head extends string, ...infer Rest]
    ? NodeAt<Field<Answer, Head>, Rest>
    : Path extends `${infer Head}.${infer Rest}`
      ? NodeAt<Field<Answer, Head>, Rest>
      : Path extends string
        ? NodeOf<Field<Answer, Path>>
        : never;
