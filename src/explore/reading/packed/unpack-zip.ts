import { Gunzip, Inflate } from 'fflate';
import { countWords } from '#src/words/count-words.ts';
import { FileProblem } from '../../own-table.ts';
import { findPacked, listZip } from './list-zip.ts';
import type { ZipEntry } from './list-zip.ts';

const mostEntries = 10_000;
const mostUnpackedBytes = 250_000_000;
/** Real figures pack to a tenth, rarely to a hundredth. Blanks, or one row over and over, pack to a thousandth. */
const mostTimesSmaller = 300;
const smallBytes = 8_000_000;
const bytesAtOnce = 32_768;

/** Files out of a zip, by their names. */
export type Unpacked = Record<string, Uint8Array<ArrayBuffer>>;

/** @returns Whether a file begins as a zip does. */
export const isZip = (content: Uint8Array) =>
  content[0] === 0x50 && content[1] === 0x4b && content[2] === 3 && content[3] === 4;

/**
 * What a zip holds, folders left out.
 *
 * @throws FileProblem when there are too many; what `listZip` throws when the zip is broken.
 */
export function listEntries(content: Uint8Array<ArrayBuffer>): ZipEntry[] {
  const entries = listZip(content, mostEntries);
  if (entries.length > mostEntries) {
    throw new FileProblem(
      `This file is a zip of more than ${countWords(mostEntries, 'file')}, which no table needs. Unpack it on your computer, then choose the file you need.`,
    );
  }
  return entries.filter(({ name }) => !name.endsWith('/'));
}

/**
 * Unpack some files of a zip. A small zip may unpack to gigabytes and state less, so the sizes that it states are added up
 * before anything is unpacked, and no file may grow past what it states: memory stays below that sum and one piece more.
 *
 * @param remedy - What to do instead, as a sentence.
 * @throws FileProblem when it is too large once unpacked, or other than it states.
 */
export function unpackEntries(
  content: Uint8Array<ArrayBuffer>,
  entries: readonly ZipEntry[],
  remedy: string,
): Unpacked {
  const total = entries.reduce((sum, { stated }) => sum + stated, 0);
  if (total > mostUnpackedBytes) {
    throw new FileProblem(
      `This file is too large once unpacked: more than ${mostUnpackedBytes / 1_000_000} MB. ${remedy}`,
    );
  }
  const blank = entries.find(
    ({ stated, packed }) => stated > smallBytes && stated > packed * mostTimesSmaller,
  );
  if (blank) {
    throw new FileProblem(
      `This file unpacks to ${Math.round(blank.stated / 1_000_000)} MB, and nearly all of that is blank or the same over and over. ${remedy}`,
    );
  }
  return Object.fromEntries(entries.map((entry) => [entry.name, unpackEntry(content, entry)]));
}

function unpackEntry(content: Uint8Array<ArrayBuffer>, entry: ZipEntry): Uint8Array<ArrayBuffer> {
  const packed = findPacked(content, entry);
  if (entry.isLocked) {
    throw new FileProblem(
      'This zip is locked with a password. Unpack it on your computer, then choose the file in it.',
    );
  }
  if (entry.method === 'other') {
    throw new FileProblem(
      `“${entry.name}” in this zip is packed in a way that cannot be read here. Unpack the zip on your computer, then choose that file.`,
    );
  }
  const isRight = (bytes: Uint8Array) => bytes.length === entry.stated;
  const bytes =
    entry.method === 'stored'
      ? packed
      : inflate(
          (onData) => new Inflate(onData),
          packed,
          entry.stated,
          () => wrongSize(entry),
        );
  if (!isRight(bytes)) throw wrongSize(entry);
  return bytes;
}

const wrongSize = ({ name, stated }: ZipEntry) =>
  new FileProblem(
    `This file is not what it says: “${name}” in it should unpack to ${countWords(stated, 'byte')} and does not. It is broken, or made to use up memory. Get it again from where it came from.`,
  );

/**
 * The content of a file packed with gzip.
 *
 * @param most - Bytes.
 * @throws FileProblem when it is larger than that, broken or cut short.
 */
export function unpackGzip(content: Uint8Array<ArrayBuffer>, most: number): Uint8Array<ArrayBuffer> {
  try {
    return inflate(
      (onData) => new Gunzip(onData),
      content,
      most,
      () =>
        new FileProblem(
          `This file is too large once unpacked: more than ${most / 1_000_000} MB. Unpack it, save a part of it, then choose that.`,
        ),
    );
  } catch (cause) {
    if (cause instanceof FileProblem) throw cause;
    throw new FileProblem('This file is packed (gzip), and it is broken or not whole. Download it again.', {
      cause,
    });
  }
}

/** Unpack piece by piece, and stop where there is more than there may be. */
function inflate(
  open: (onData: (piece: Uint8Array, isLast: boolean) => void) => {
    push: (piece: Uint8Array<ArrayBuffer>, isLast?: boolean) => void;
  },
  packed: Uint8Array<ArrayBuffer>,
  most: number,
  tooMuch: () => FileProblem,
): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = open((piece) => {
    length += piece.length;
    if (length > most) throw tooMuch();
    pieces.push(piece);
  });
  for (let at = 0; at < packed.length; at += bytesAtOnce)
    stream.push(packed.subarray(at, at + bytesAtOnce), at + bytesAtOnce >= packed.length);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
