import { badUserInput } from '../error.ts';

const MAX_LENGTH = 100;
// Control characters cannot be part of a name, and PostgreSQL refuses NUL in any text.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * Reads a text to search for; null when there is nothing to search for.
 *
 * @throws ApiError BAD_USER_INPUT when it is too long or holds control characters
 */
export function parseSearch(search: string | null | undefined): string | null {
  const text = search?.trim() ?? '';
  if (text.length > MAX_LENGTH) {
    throw badUserInput(`"search" has ${text.length} characters. Expected at most ${MAX_LENGTH}.`);
  }
  if (CONTROL.test(text))
    throw badUserInput('"search" holds control characters. Expected letters, digits and spaces.');
  return text === '' ? null : text;
}
