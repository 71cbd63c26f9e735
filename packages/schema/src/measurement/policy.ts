import type { Viewer } from '../context.ts';
import { maySee } from '../scope/scope.ts';

/** Which preliminary revisions are seen as well: those recorded by an instant, or all there are by now. */
export type Preliminary = 'RECORDED' | 'ALL';

/** Whether a viewer sees values that are not published yet. */
export function seesPreliminary(viewer: Viewer): boolean {
  return maySee({ viewer }, 'MEMBER');
}

/** An edition as members see it; without an instant that was asked for, with what is preliminary by now. */
export function withPreliminary<Edition extends object>(
  edition: Edition,
  asOf: Date | null,
): Edition & { readonly preliminary: Preliminary } {
  return { ...edition, preliminary: asOf === null ? 'ALL' : 'RECORDED' };
}

/** Whether a revision is told in the history of a measurement that is seen in this edition. */
export function isTold(
  { recordedAt, status }: { readonly recordedAt: Date; readonly status: string },
  { asOf, preliminary }: { readonly asOf: Date; readonly preliminary?: Preliminary },
): boolean {
  return recordedAt <= asOf || (preliminary === 'ALL' && status === 'PRELIMINARY');
}
