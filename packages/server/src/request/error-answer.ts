import type { ErrorCode } from '@reintegration/schema';

/** An answer that is one error, in the shape that every answer of the endpoint has. */
export function errorAnswer(code: ErrorCode, message: string) {
  return { errors: [{ message, extensions: { code } }] };
}
