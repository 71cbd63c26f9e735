/** Takes the next piece of a stream of server-sent events. */
export type EventReader = (piece: string) => void;

/**
 * Makes a reader of server-sent events (HTML Standard, 9.2.6) that tells each event as it is complete, however the
 * stream was cut into pieces. Comments and fields that nobody here needs are passed over.
 */
export function createEventReader(onEvent: (type: string, data: string) => void): EventReader {
  let rest = '';
  let endedInReturn = false;
  let type = '';
  let data: string[] = [];

  const takeLine = (line: string) => {
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'event') type = value;
    if (field === 'data') data.push(value);
    if (line) return;
    if (type || data.length) onEvent(type, data.join('\n'));
    type = '';
    data = [];
  };
  return (piece) => {
    if (!piece) return;
    // Of "\r\n", one half may come with the piece before.
    rest += endedInReturn ? piece.replace(/^\n/, '') : piece;
    endedInReturn = piece.endsWith('\r');
    const lines = rest.split(/\r\n|[\r\n]/);
    rest = lines.pop() ?? '';
    lines.forEach(takeLine);
  };
}
