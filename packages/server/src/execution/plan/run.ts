import type { Context } from '@reintegration/schema';
import { Unfit } from './unfit.ts';

/** Values of the variables of a request, as the operation takes them. */
export type Variables = Readonly<Record<string, unknown>>;

/** One execution of a plan: what it is for, and whether anything is still under way. */
export class Run {
  readonly context: Context;
  readonly variables: Variables;
  /** What resolvers are told of their fields, by the number of the field. */
  readonly infos: object[] = [];
  #pending = 0;
  readonly #end: (isWhole: boolean) => void;

  constructor(context: Context, variables: Variables, end: (isWhole: boolean) => void) {
    this.context = context;
    this.variables = variables;
    this.#end = end;
  }

  /** Goes on when all values are there. They are awaited together: what loads them answers them together, too. */
  wait(values: readonly unknown[], goOn: (values: unknown[]) => void): void {
    this.#pending += 1;
    Promise.all(values).then(
      (known) => this.#step(() => goOn(known)),
      () => this.#end(false),
    );
  }

  /** Begins the run with its first step. */
  begin(first: () => void): void {
    this.#pending += 1;
    this.#step(first);
  }

  /** Does the next of what was waited for. */
  #step(goOn: () => void): void {
    try {
      goOn();
      this.#pending -= 1;
      if (this.#pending === 0) this.#end(true);
    } catch {
      this.#end(false);
    }
  }
}

/** Whether a value is still to come. */
export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}

/** Keeps promises that nobody waits for any more from ending the process. */
export function abandon(values: readonly unknown[]): void {
  for (const value of values) if (isPromise(value)) value.then(undefined, () => undefined);
}

/** A value that is there: null for none. @throws Unfit for an error, and for none where there must be one */
export function present(value: unknown, isRequired: boolean): unknown {
  if (value instanceof Error) throw new Unfit('an error');
  if (value !== null && value !== undefined) return value;
  if (isRequired) throw new Unfit('nothing where something must be');
  return null;
}
