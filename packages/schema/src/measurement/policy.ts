import type { Viewer } from '../context.ts';
import type { Edition } from '../publication/store.ts';
import { maySee } from '../scope/scope.ts';

/** An edition, and what is seen in it beside what is published. */
export type SeenEdition = Edition & {
  /** Preliminary revisions as well: those that were recorded by its instant, or all there are by now. */
  readonly preliminary?: 'RECORDED' | 'ALL';
};

/** Whether a viewer sees values that are not published yet. */
export function seesPreliminary(viewer: Viewer): boolean {
  return maySee({ viewer }, 'MEMBER');
}

/** An edition as members see it; without an instant that was asked for, with what is preliminary by now. */
export function withPreliminary(edition: Edition, asOf: Date | null): SeenEdition {
  return { ...edition, preliminary: asOf === null ? 'ALL' : 'RECORDED' };
}

/** Whether a revision is told in the history of a measurement that is seen in this edition. */
export function isTold(
  { recordedAt, status }: { readonly recordedAt: Date; readonly status: string },
  { asOf, preliminary }: SeenEdition,
): boolean {
  return recordedAt <= asOf || (preliminary === 'ALL' && status === 'PRELIMINARY');
}
