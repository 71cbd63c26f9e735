import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

/** How the bytes of an answer may be packed (`Content-Encoding`), the tersest first. */
export const ENCODINGS = ['br', 'zstd', 'gzip', 'identity'] as const;

/** A way to pack bytes. */
export type Encoding = (typeof ENCODINGS)[number];

/** Fewest bytes that are worth packing. */
const LEAST_PACKED_BYTES = 1_000;
/** Most bytes that are quicker sent as one string with the headers, which copies them, than beside them. */
const MOST_IN_A_STRING = 8_000;
/** What the headers and the object itself take in memory, roughly. */
const OVERHEAD_BYTES = 2_000;

const PACK: Record<Exclude<Encoding, 'identity'>, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) =>
    promisify(zlib.brotliCompress)(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } }),
  zstd: (bytes) => promisify(zlib.zstdCompress)(bytes),
  gzip: (bytes) => promisify(zlib.gzip)(bytes),
};

/** Characters of a hash: 162 bits of a SHA-256. */
const HASH_LENGTH = 27;

/** One form of an answer, ready to be sent. */
export type Form = {
  /** Bytes, or few of them as a string in which each character is one (`latin1`). */
  readonly body: Buffer | string;
  /** Headers of an answer with these bytes, and of one that only says that they still hold. */
  readonly headers: HeadersByState;
  readonly headersOf304: HeadersByState;
};

/** Whether an answer was kept, as `X-Cache` tells. */
export type CacheState = 'HIT' | 'MISS';

/** Headers as Node takes them: names and values in turn. */
export type HeadersByState = Readonly<Record<CacheState, string[]>>;

/** An answer that may be given again. */
export type Answer = {
  /** The version of the published data that it was made from. */
  readonly version: number;
  /** Names its bytes in its `ETag`, which also tells the version that it was made from; null when it has none. */
  readonly hash: string | null;
  /** The form for an encoding. Packed once, when it is first asked for. */
  form(encoding: Encoding): Form | Promise<Form>;
  /** Bytes that it takes in memory, with all forms that it may take. */
  readonly size: number;
};

/** Whether an `If-None-Match` names the bytes of an answer, packed or not, from whichever version. */
export function holds(known: string | undefined, { hash }: Pick<Answer, 'hash'>): boolean {
  return known !== undefined && hash !== null && (known.trim() === '*' || known.includes(`"${hash}.`));
}

/** Takes bytes out of the 16 KB that zlib allots for any, of which all would be kept with them. */
function ownBytes(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}

/** How often its bytes are in memory, at most: as they are, as a string, and packed in all ways. */
function copiesOf({ length }: Buffer): number {
  return 1 + (length <= MOST_IN_A_STRING ? 1 : 0) + (length >= LEAST_PACKED_BYTES ? 1 : 0);
}

/** Headers that say something of bytes that are not sent with 304 (RFC 9110, 15.4.5). */
const OF_BYTES = new Set(['content-type', 'content-length', 'content-encoding', 'x-content-type-options']);

function byState(headers: readonly (readonly [string, string])[]): HeadersByState {
  return { HIT: [...headers.flat(), 'x-cache', 'HIT'], MISS: [...headers.flat(), 'x-cache', 'MISS'] };
}

/**
 * Makes an answer that may be given again.
 *
 * @param headers - all that hold for each giving; those of a single request are added when it is sent
 */
export function createAnswer(
  { version, text, isNamed }: { readonly version: number; readonly text: string; readonly isNamed: boolean },
  headers: Readonly<Record<string, string>>,
): Answer {
  const bytes = Buffer.from(text);
  const hash = isNamed ? createHash('sha256').update(bytes).digest('base64url').slice(0, HASH_LENGTH) : null;
  const forms = new Map<Encoding, Form | Promise<Form>>();
  const make = (encoding: Encoding, packed: Buffer): Form => {
    const isPlain = encoding === 'identity';
    const etag = `"${hash}.${version}${isPlain ? '' : `.${encoding}`}"`;
    const all = {
      ...headers,
      ...(hash !== null && { etag }),
      'content-length': String(packed.length),
      ...(!isPlain && { 'content-encoding': encoding }),
    };
    const of304 = Object.entries(all).filter(([name]) => !OF_BYTES.has(name));
    const body = packed.length > MOST_IN_A_STRING ? packed : packed.toString('latin1');
    return { body, headers: byState(Object.entries(all)), headersOf304: byState(of304) };
  };
  const pack = async (encoding: Exclude<Encoding, 'identity'>) => {
    const form = make(encoding, ownBytes(await PACK[encoding](bytes)));
    forms.set(encoding, form);
    return form;
  };
  return {
    version,
    hash,
    size: bytes.length * copiesOf(bytes) + OVERHEAD_BYTES,
    form: (asked) => {
      const encoding = bytes.length < LEAST_PACKED_BYTES ? 'identity' : asked;
      const known = forms.get(encoding);
      if (known !== undefined) return known;
      const made = encoding === 'identity' ? make(encoding, bytes) : pack(encoding);
      forms.set(encoding, made);
      return made;
    },
  };
}
