const lf = 10;
export const cr = 13;

/** True where a line ends: at a line feed, or at a carriage return that no line feed follows. */
export function endsLine(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === lf || (bytes[at] === cr && bytes[at + 1] !== lf);
}

/** Where the line feed or carriage returns begin that end a line at this place. */
export function lineEndStart(bytes: Uint8Array, at: number): number {
  return bytes[at] === lf && bytes[at - 1] === cr ? at - 1 : at;
}

/** Where the text goes on after so many lines. */
export function afterLines(bytes: Uint8Array, lines: number): number {
  let at = 0;
  for (let passed = 0; passed < lines && at < bytes.length; at++) if (endsLine(bytes, at)) passed++;
  return at;
}

/** True for a file in which some lines end as on Windows and others do not. */
export function hasMixedLineEnds(bytes: Uint8Array): boolean {
  if (!bytes.includes(cr)) return false;
  let sawCrLf = false;
  let sawOther = false;
  for (let at = 0; at < bytes.length && !(sawCrLf && sawOther); at++) {
    if (!endsLine(bytes, at)) continue;
    if (lineEndStart(bytes, at) < at) sawCrLf = true;
    else sawOther = true;
  }
  return sawCrLf && sawOther;
}

/** The same text with one line feed at the end of each line. */
export function toLineFeeds(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === cr && bytes[at + 1] === lf) continue;
    result[length++] = byte === cr ? lf : byte;
  }
  return result.subarray(0, length);
}
