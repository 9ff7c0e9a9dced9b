import { FileProblem } from '../../own-table.ts';
import type { ReadingStep } from '../../own-table.ts';

const chunkBytes = 4_000_000;

/**
 * A text file as UTF-8 without a byte order mark. What is not UTF-8 is read as Windows-1252, the encoding of older
 * spreadsheets, in which every byte stands for something.
 *
 * @param off - The steps that the person does not want: `windows-1252`.
 * @throws FileProblem when the bytes are no text.
 */
export function toUtf8(
  bytes: Uint8Array<ArrayBuffer>,
  off: readonly string[] = [],
): {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly steps: readonly ReadingStep[];
} {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return fromUtf16(bytes.subarray(2), 'utf-16le');
  if (first === 0xfe && second === 0xff) return fromUtf16(bytes.subarray(2), 'utf-16be');
  const unmarked = findUnmarkedUtf16(bytes.subarray(0, 4096));
  if (unmarked) return fromUtf16(bytes, unmarked);
  if (bytes.subarray(0, 64_000).includes(0)) {
    throw new FileProblem(
      'This file is not text, so it cannot be read as CSV. Open it in the program that made it and save it as CSV.',
    );
  }
  const rest = first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
  if (isUtf8(rest) || off.includes('windows-1252')) return { bytes: rest, steps: [] };
  return {
    bytes: convert(rest, 'windows-1252'),
    steps: [
      {
        id: 'windows-1252',
        count: 1,
        sentence:
          'This file is not in UTF-8, so it was read as Windows-1252. Check that pound signs and accents look right.',
        undo: 'Read it as UTF-8 all the same',
      },
    ],
  };
}

function fromUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be') {
  const step = { id: 'utf-16', count: 1, sentence: 'This file is in UTF-16, so it was converted.' };
  return { bytes: convert(bytes, encoding), steps: [step] };
}

/** UTF-16 that does not say so: every other byte of most texts is zero in it. */
function findUnmarkedUtf16(start: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.floor(start.length / 2);
  if (pairs < 2) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at++) {
    if (start[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le';
  return even > pairs * 0.6 && odd < pairs * 0.05 ? 'utf-16be' : undefined;
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

function convert(bytes: Uint8Array, encoding: string): Uint8Array<ArrayBuffer> {
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
  return whole;
}
