import { FileProblem } from '../own-table.ts';

const chunkBytes = 4_000_000;

/**
 * A text file as UTF-8 without a byte order mark. What is not UTF-8 is read as Windows-1252, the encoding of older
 * spreadsheets, in which every byte stands for something.
 *
 * @throws FileProblem when the bytes are no text.
 */
export function toUtf8(bytes: Uint8Array<ArrayBuffer>): {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly notes: readonly string[];
} {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return convert(bytes.subarray(2), 'utf-16le', 'UTF-16');
  if (first === 0xfe && second === 0xff) return convert(bytes.subarray(2), 'utf-16be', 'UTF-16');
  if (bytes.subarray(0, 64_000).includes(0)) {
    throw new FileProblem(
      'This file is not text, so it cannot be read as CSV. Open it in the program that made it and save it as CSV.',
    );
  }
  const rest = first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
  if (isUtf8(rest)) return { bytes: rest, notes: [] };
  const { bytes: converted } = convert(rest, 'windows-1252', '');
  return {
    bytes: converted,
    notes: [
      'This file is not in UTF-8, so it was read as Windows-1252. Check that pound signs and accents look right.',
    ],
  };
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function convert(bytes: Uint8Array, encoding: string, name: string) {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    parts.push(encoder.encode(decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: true })));
  }
  parts.push(encoder.encode(decoder.decode()));
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return { bytes: whole, notes: [`This file is in ${name}, so it was converted.`] };
}
