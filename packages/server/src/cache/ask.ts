import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Locale } from '@reintegration/schema';
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import { localeOfRequest } from '../request/request-locale.ts';
import { ENCODINGS, type Encoding } from './answer.ts';

/** Longest address or body whose answer is kept. */
const LONGEST_KEY = 16_000;
/** Longest `Accept` or `Content-Type` whose answer is kept. */
const LONGEST_HEADER = 200;
/** Different `Accept-Language` and `Accept-Encoding` that are remembered. */
const MOST_REMEMBERED = 500;
/** Longest address of those that are remembered. */
const LONGEST_REMEMBERED = 2_000;
/** Headers of which one makes a browser ask for leave first, as Apollo wants it: with a value. */
const PREFLIGHT = ['apollo-require-preflight', 'x-apollo-operation-name'] as const;

/** A question that may have been asked before, as far as its headers tell. */
export type Ask = {
  /** What checks and answer depend on, but for the question. */
  readonly shape: string;
  /** What the answer depends on, but for the body. */
  readonly key: string;
  /** Whether a browser would have asked for leave first. */
  readonly asksLeave: boolean;
  readonly locale: Locale;
  /** Bytes of the body; 0 when there is none. */
  readonly bodyBytes: number;
};

/** What the answer to a question by GET depends on besides its address, and the question that came of it. */
type Remembered = {
  readonly url: string;
  readonly accept: string;
  readonly type: string;
  readonly language: string;
  readonly asksLeave: boolean;
  readonly ask: Ask;
};

/** The last question by GET of each address: most are asked again by the same program, and their keys are long. */
const remembered = new Map<string, Remembered>();
/** The last of all: to compare an address is quicker than to look it up. */
let latest: Remembered | undefined;
const locales = new LRUCache<string, Locale>({ max: MOST_REMEMBERED });
const encodings = new LRUCache<string, Encoding>({ max: MOST_REMEMBERED });

/**
 * Tells what the answer to a request depends on, or null when the request is none whose answer is kept: it is
 * signed, or no question, or too long. Two requests with the same key have passed the same checks.
 */
export function readAsk({
  method,
  url = '',
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): Ask | null {
  if (!isEndpoint(url) || headers.authorization !== undefined || url.length > LONGEST_KEY) return null;
  const bodyBytes = method === 'POST' ? bodyBytesOf(headers) : method === 'GET' ? 0 : -1;
  const accept = headers.accept ?? '';
  const type = headers['content-type'] ?? '';
  if (bodyBytes < 0 || accept.length > LONGEST_HEADER || type.length > LONGEST_HEADER) return null;
  const asksLeave = Boolean(headers[PREFLIGHT[0]] || headers[PREFLIGHT[1]]);
  const language = headers['accept-language'] ?? '';
  const last = method === 'GET' ? rememberedOf(url) : undefined;
  if (
    last !== undefined &&
    last.accept === accept &&
    last.type === type &&
    last.language === language &&
    last.asksLeave === asksLeave
  ) {
    return last.ask;
  }
  const locale = localeOf(headers);
  const shape = `${method}\n${asksLeave}\n${type}\n${accept}\n${locale}`;
  const ask = { shape, key: `${shape}\n${url}`, asksLeave, locale, bodyBytes };
  if (method === 'GET' && url.length <= LONGEST_REMEMBERED) {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    latest = { url, accept, type, language, asksLeave, ask };
    remembered.set(url, latest);
  }
  return ask;
}

function rememberedOf(url: string): Remembered | undefined {
  if (latest?.url !== url) latest = remembered.get(url);
  return latest;
}

function isEndpoint(url: string): boolean {
  return url.startsWith('/graphql') && (url.length === 8 || url.charCodeAt(8) === 63);
}

/** Bytes of a body that is worth a look; -1 for any other. */
function bodyBytesOf(headers: IncomingHttpHeaders): number {
  const bytes = Number(headers['content-length'] ?? -1);
  const isPlain = headers['transfer-encoding'] === undefined && headers['content-encoding'] === undefined;
  return isPlain && bytes > 0 && bytes <= LONGEST_KEY ? bytes : -1;
}

function localeOf(headers: IncomingHttpHeaders): Locale {
  const name = headers['accept-language'] ?? '';
  const known = locales.get(name);
  if (known !== undefined) return known;
  const locale = localeOfRequest({ headers });
  locales.set(name, locale);
  return locale;
}

/** How a request wants bytes packed. */
export function encodingOf(headers: IncomingHttpHeaders): Encoding {
  const name = headers['accept-encoding'];
  if (name === undefined) return 'identity';
  const known = encodings.get(name);
  if (known !== undefined) return known;
  const negotiator = new Negotiator({ headers: { 'accept-encoding': name } });
  const encoding = (negotiator.encodings([...ENCODINGS])[0] ?? 'identity') as Encoding;
  encodings.set(name, encoding);
  return encoding;
}

/**
 * Whether a caller has seen a newer version than we know of, from another replica: its `ETag` tells. The answer is
 * then made anew.
 */
export function isBehind({ 'if-none-match': tags }: IncomingHttpHeaders, version: number): boolean {
  if (tags === undefined) return false;
  const versions = /\.(\d+)(?:\.\w+)?"/g;
  for (let found = versions.exec(tags); found !== null; found = versions.exec(tags)) {
    if (Number(found[1]) > version) return true;
  }
  return false;
}
