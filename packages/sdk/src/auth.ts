import { ApiError } from './error.ts';
import { parseWord } from './options.ts';

/** A token, or none: the call goes out unsigned. */
export type Token = string | null | undefined;

/**
 * The token that says who asks, sent as `Authorization: Bearer …`; or a function that gives one. The function is
 * asked when the first call needs a token, once for all that wait, and again when the gateway refuses the token.
 * Without a token (null) a call goes out unsigned, and the next one asks anew.
 */
export type Auth = string | (() => Token | Promise<Token>);

/** Gives the token to send; `refused` is one that the gateway did not take. */
export type TokenSource = (refused?: Token) => Promise<Token>;

/** @throws ApiError BAD_OPTIONS when the token cannot be sent */
export function createTokenSource(auth: Auth | undefined): TokenSource {
  if (typeof auth !== 'function') {
    const token = parseWord('auth', auth);
    return async () => token;
  }
  let asked: Promise<Token> | undefined;
  let known: Token;
  const keep = (token?: Token) => {
    known = token;
    if (!token) asked = undefined;
  };
  return (refused) => {
    if (refused && refused === known) keep();
    if (!asked) {
      asked = ask(auth);
      asked.then(keep, () => keep());
    }
    return asked;
  };
}

async function ask(auth: () => Token | Promise<Token>): Promise<Token> {
  let token: Token;
  try {
    token = await auth();
  } catch {
    // What it threw may hold a secret.
    throw new ApiError('UNAUTHENTICATED', 'The function "auth" failed.');
  }
  return parseWord('auth', token);
}
