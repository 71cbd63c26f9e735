import { badUserInput, quote } from '../error.ts';

const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_LENGTH = 100;

/** Marks an argument that must be a code, for whoever checks texts before anything is resolved. */
export const IS_CODE = { text: 'code' } as const;

/** Whether a text can be the code of a record: lower-case words of ASCII letters and digits, joined by hyphens. */
export function isCode(text: string): boolean {
  return text.length <= MAX_LENGTH && CODE.test(text);
}

/**
 * Reads a code to narrow a list by; null when none is given.
 *
 * @param name - the argument, for the message
 * @throws ApiError BAD_USER_INPUT when no record can have it
 */
export function parseCode(name: string, code: string | null | undefined): string | null {
  if (code == null) return null;
  if (isCode(code)) return code;
  throw badUserInput(
    `"${name}" is ${quote(code)}. Expected a code: lower-case letters, digits and hyphens, such as "novi-pazar".`,
  );
}
