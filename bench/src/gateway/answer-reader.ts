const HEAD_END = '\r\n\r\n';
/** How a body that comes in chunks ends. JSON has no such bytes in it. */
const LAST_CHUNK = '0\r\n\r\n';

/** What the lines before a body tell of it. */
type Head = {
  readonly bytes: Buffer;
  readonly status: number;
  /** Bytes of the body; null when it comes in chunks. */
  readonly length: number | null;
};

/**
 * Finds where each answer of a connection ends, when they are asked for one after the other.
 *
 * Lines of headers are not taken apart, and those that came before are known by their bytes. A client that reads
 * them in JavaScript each time is busier with them than the server, and would be measured instead of it.
 *
 * @param onAnswer - told the status of each, when all of it has come
 * @returns takes what comes over the connection; throws an Error when that is no answer
 */
export function createAnswerReader(onAnswer: (status: number) => void): (bytes: Buffer) => void {
  let before: Buffer = Buffer.alloc(0);
  let latest: Head | null = null;
  let status = 0;
  /** Bytes of the body that are still to come; null when it comes in chunks. */
  let left: number | null = 0;
  let tail = '';
  const readBody = (bytes: Buffer): void => {
    if (left === null) {
      tail = `${tail}${bytes.toString('latin1', Math.max(0, bytes.length - LAST_CHUNK.length))}`.slice(
        -LAST_CHUNK.length,
      );
      if (tail !== LAST_CHUNK) return;
    } else {
      left -= bytes.length;
      if (left < 0) throw new Error('More came than was asked for');
      if (left > 0) return;
    }
    const answered = status;
    status = 0;
    onAnswer(answered);
  };
  return (bytes) => {
    if (status !== 0) return readBody(bytes);
    const all = before.length === 0 ? bytes : Buffer.concat([before, bytes]);
    if (latest === null || !beginsWith(all, latest.bytes)) latest = readHead(all);
    if (latest === null) {
      before = all;
      return;
    }
    before = Buffer.alloc(0);
    status = latest.status;
    left = latest.length;
    tail = '';
    readBody(all.subarray(latest.bytes.length));
  };
}

function beginsWith(bytes: Buffer, known: Buffer): boolean {
  return bytes.length >= known.length && known.compare(bytes, 0, known.length) === 0;
}

/** The head of an answer; null when not all of it has come. */
function readHead(all: Buffer): Head | null {
  const end = all.indexOf(HEAD_END);
  if (end === -1) return null;
  const text = all.toString('latin1', 0, end);
  const status = Number(text.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
  return {
    bytes: Buffer.from(all.subarray(0, end + HEAD_END.length)),
    status,
    length: lengthOf(text, status),
  };
}

function lengthOf(head: string, status: number): number | null {
  if (status === 304) return 0;
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
  if (length !== undefined) return Number(length);
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return null;
  throw new Error(`An answer tells neither its length nor that it comes in chunks:\n${head}`);
}
