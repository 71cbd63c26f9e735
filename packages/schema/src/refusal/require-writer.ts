import type { Context, Viewer } from '../context.ts';
import type { Restricted } from '../database/restricted.ts';
import { ApiError } from '../error.ts';

/** What a mutation answers to whom none of them is for: always the same, whatever was asked and whatever is there. */
export function refuseUnknownWriter(): never {
  throw new ApiError(
    'UNAUTHENTICATED',
    'Changes are made by callers who say who they are and may make them. Expected a key or a token in "Authorization".',
  );
}

/** Who writes, and through what. */
export type Writing = {
  readonly viewer: Exclude<Viewer, { role: 'PUBLIC' }>;
  readonly restricted: Restricted;
};

/**
 * Lets whoever may write pass.
 *
 * @throws ApiError UNAUTHENTICATED for all others
 */
export function requireWriter({ viewer, restricted }: Context): Writing {
  if (restricted === null || viewer.role === 'PUBLIC' || viewer.role === 'MEMBER')
    return refuseUnknownWriter();
  return { viewer, restricted };
}
