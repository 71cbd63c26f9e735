/** How much one operation may ask for. */
export type Limits = {
  /** Levels of fields, fragments counted where they are spread. Introspection has its own rule. A fragment that stands right in another is a level, too. */
  readonly maxDepth: number;
  /** Fields, fragments counted wherever they are spread. */
  readonly maxFields: number;
  /** Fields under another name. */
  readonly maxAliases: number;
  /** Fields that an answer may hold at most, lists counted at the length asked for. */
  readonly maxCost: number;
  /** Pairs of fields in one place of the answer: validation compares each with each. */
  readonly maxPairs: number;
  /** Lexical tokens of the document, and as many comments. */
  readonly maxTokens: number;
  /** Bytes of a request's body. */
  readonly maxBodyBytes: number;
  /** Bytes of the body of a request that says who sends it: a batch of 1,000 people fits. */
  readonly maxSignedBodyBytes: number;
};

/** Limits that leave room for every page of the contract and little beyond. */
export const DEFAULT_LIMITS: Limits = {
  maxDepth: 12,
  maxFields: 1_000,
  maxAliases: 60,
  maxCost: 50_000,
  maxPairs: 5_000,
  maxTokens: 2_000,
  maxBodyBytes: 100_000,
  maxSignedBodyBytes: 400_000,
};
