import type { Locale } from '../generated/contract.ts';

/** One value for all languages, or one for each. A language that is left out is answered in another. */
export type Localized<Value> = Value | { readonly [Name in Locale]?: Value | undefined };

/** A value whatever is asked for, or a function of what is asked for. */
export type Answered<Value, Args> = Value | ((args: Args) => Value | undefined);
