import { zipSync } from 'fflate';
import { FileProblem } from '../../own-table.ts';
import { listEntries, unpackEntries } from '../packed/unpack-zip.ts';
import type { Unpacked } from '../packed/unpack-zip.ts';

/** OpenDocument calls for these, and some programs leave them out. */
const openDocumentParts = {
  'styles.xml':
    '<?xml version="1.0"?><office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
};

/**
 * Unpack a workbook, what it draws and plays left out.
 *
 * @throws FileProblem when it is too large once unpacked; what the zip reader throws when the zip is broken.
 */
export function unpackWorkbook(content: Uint8Array<ArrayBuffer>): Unpacked {
  const entries = listEntries(content).filter(
    ({ name }) =>
      /\.(xml|rels|bin)$|^mimetype$/.test(name) &&
      !/(^|\/)(media|embeddings|Thumbnails|pivotCache|drawings)\//.test(name),
  );
  return unpackEntries(
    content,
    entries,
    'Copy the cells you need to a new sheet, save it as CSV and choose that file.',
  );
}

/** How many copies of rows the workbook keeps for its pivot tables. */
export const countPivotCopies = (content: Uint8Array<ArrayBuffer>) =>
  listEntries(content).filter(({ name }) => /(^|\/)pivotCacheRecords\d*\.(xml|bin)$/.test(name)).length;

/** The same files as a zip without compression, for a reader that unpacks by itself. */
export function repack(parts: Unpacked): Uint8Array<ArrayBuffer> {
  const missing = parts['content.xml']
    ? Object.entries(openDocumentParts).filter(([name]) => !parts[name])
    : [];
  const added = Object.fromEntries(missing.map(([name, text]) => [name, new TextEncoder().encode(text)]));
  return zipSync({ ...parts, ...added }, { level: 0 });
}

const mostRepeated = 10_000_000;
const widest = 16_384;
const tallest = 1_048_576;

/**
 * OpenDocument writes equal cells and rows once, with how often they stand: a line of it may stand for billions of cells.
 *
 * @param content - Its `content.xml`.
 * @throws FileProblem when there are more cells than can be read.
 */
export function checkRepeats(content: Uint8Array): void {
  const text = new TextDecoder().decode(content);
  let cells = 0;
  let rows = 1;
  for (const [tag] of text.matchAll(/<table:(?:table-row|table-cell|covered-table-cell)\b[^>]*>/g)) {
    if (tag.startsWith('<table:table-row')) rows = toCount(tag, 'number-rows-repeated', tallest);
    else if (/\bvalue-type=/.test(tag)) cells += rows * toCount(tag, 'number-columns-repeated', widest);
    if (cells > mostRepeated) {
      throw new FileProblem(
        'This workbook repeats cells until there are more than 10 million of them. Copy the cells you need to a new sheet, save it and choose that file.',
      );
    }
  }
}

function toCount(tag: string, attribute: string, most: number): number {
  const count = Number(new RegExp(`${attribute}="(\\d{1,12})"`).exec(tag)?.[1] ?? 1);
  return Math.min(count, most);
}
