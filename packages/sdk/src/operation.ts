/**
 * A GraphQL operation that knows the types of its answer and of its variables. It is the plain text of the
 * operation; the types exist only while compiling. Text documents of graphql-codegen (`documentMode: 'string'`)
 * fit as they are. A first line of `#` and the SHA-256 of the rest, in hexadecimal, is the hash that a gateway may
 * know the operation by.
 */
export type Operation<Answer, Variables> = (string | InstanceType<typeof String>) & {
  /** Never there: it carries the two types. */
  readonly __apiType?: (variables: Variables) => Answer;
};

/**
 * The values of an enum as this version knows them, open for those that the gateway may add later. Give every
 * `switch` over it a `default`.
 */
export type Open<Value extends string> = Value | (string & {});
