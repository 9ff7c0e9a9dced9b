/** A file in a zip, as the list at the end of the zip tells of it. Sizes are bytes. */
export interface ZipEntry {
  readonly name: string;
  /** How large it says to be once unpacked, and how much of the zip it takes. */
  readonly stated: number;
  readonly packed: number;
  readonly method: 'stored' | 'deflated' | 'other';
  readonly isLocked: boolean;
  /** Where its header begins in the zip. */
  readonly header: number;
}

const endMark = 0x06054b50;
const wideEndMark = 0x06064b50;
const widePlaceMark = 0x07064b50;
const entryMark = 0x02014b50;
const headerMark = 0x04034b50;
const endBytes = 22;
const longestComment = 65_535;
const wide = 0xffffffff;

/**
 * The files that a zip lists, without unpacking any. Follows PKWARE's APPNOTE 6.3.10, sections 4.3 and 4.5.
 *
 * @returns At most `most + 1` of them.
 * @throws RangeError or Error where the bytes are no whole zip.
 */
export function listZip(content: Uint8Array<ArrayBuffer>, most: number): ZipEntry[] {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const entries: ZipEntry[] = [];
  const { start, count } = findList(view);
  for (let at = start; entries.length < Math.min(count, most + 1);) {
    if (view.getUint32(at, true) !== entryMark) throw new Error('The list of the zip is broken.');
    const nameBytes = view.getUint16(at + 28, true);
    const extraBytes = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(content.subarray(at + 46, at + 46 + nameBytes));
    const method = view.getUint16(at + 10, true);
    entries.push({
      name,
      ...readSizes(view, at, at + 46 + nameBytes, extraBytes),
      method: method === 0 ? 'stored' : method === 8 ? 'deflated' : 'other',
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + nameBytes + extraBytes + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The bytes of one file as they stand in the zip, still packed. */
export function findPacked(
  content: Uint8Array<ArrayBuffer>,
  { header, packed }: ZipEntry,
): Uint8Array<ArrayBuffer> {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  if (view.getUint32(header, true) !== headerMark) throw new Error('A header in the zip is broken.');
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + packed > content.length) throw new RangeError('The zip ends too early.');
  return content.subarray(start, start + packed);
}

function findList(view: DataView): { start: number; count: number } {
  const first = Math.max(0, view.byteLength - endBytes - longestComment);
  for (let at = view.byteLength - endBytes; at >= first; at--) {
    if (view.getUint32(at, true) !== endMark) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (count !== 0xffff && start !== wide) return { start, count };
    const place = at - 20;
    if (place < 0 || view.getUint32(place, true) !== widePlaceMark) return { start, count };
    const end = Number(view.getBigUint64(place + 8, true));
    if (view.getUint32(end, true) !== wideEndMark) throw new Error('The end of the zip is broken.');
    return {
      count: Number(view.getBigUint64(end + 32, true)),
      start: Number(view.getBigUint64(end + 48, true)),
    };
  }
  throw new Error('This is no whole zip.');
}

/** Sizes past 4 GB stand in an extra field, in this order, each only where it is needed. */
function readSizes(view: DataView, at: number, extra: number, extraBytes: number) {
  const given = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  for (let field = extra; field + 4 <= extra + extraBytes; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let next = field + 4;
    for (const [index, value] of given.entries()) {
      if (value !== wide) continue;
      given[index] = Number(view.getBigUint64(next, true));
      next += 8;
    }
  }
  const [stated = 0, packed = 0, header = 0] = given;
  return { stated, packed, header };
}
