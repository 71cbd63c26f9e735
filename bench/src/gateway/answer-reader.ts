const HEAD_END = '\r\n\r\n';
/** How a body that comes in chunks ends. JSON has no such bytes in it. */
const LAST_CHUNK = '0\r\n\r\n';

/**
 * Finds where each answer of a connection ends, when they are asked for one after the other.
 *
 * Lines of headers are not taken apart. A client that does so in JavaScript is busier with them than the server, and
 * would be measured instead of it.
 *
 * @param onAnswer - told the status of each, when all of it has come
 * @returns takes what comes over the connection; throws an Error when that is no answer
 */
export function createAnswerReader(onAnswer: (status: number) => void): (bytes: Buffer) => void {
  let before: Buffer = Buffer.alloc(0);
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
    const end = all.indexOf(HEAD_END);
    if (end === -1) {
      before = all;
      return;
    }
    before = Buffer.alloc(0);
    const head = all.toString('latin1', 0, end);
    status = Number(head.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
    left = lengthOf(head, status);
    tail = '';
    readBody(all.subarray(end + HEAD_END.length));
  };
}

function lengthOf(head: string, status: number): number | null {
  if (status === 304) return 0;
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
  if (length !== undefined) return Number(length);
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return null;
  throw new Error(`An answer tells neither its length nor that it comes in chunks:\n${head}`);
}
