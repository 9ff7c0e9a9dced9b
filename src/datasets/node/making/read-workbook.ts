import { inflateRawSync } from 'node:zlib';

export interface Sheet {
  readonly name: string;
  /** Every cell as the text or the number that the file stores; an empty cell is empty text. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads the sheets of an Excel workbook (.xlsx), which is a ZIP archive of XML files (ECMA-376, part 1). Formulas give
 * the value that was saved with them; dates are the numbers that Excel keeps. Throws when the bytes are no workbook.
 */
export function readWorkbook(bytes: Buffer): Sheet[] {
  const entries = readArchive(bytes);
  const read = (name: string) => {
    const entry = entries.get(name);
    if (entry === undefined) throw new Error(`The workbook has no part "${name}".`);
    return entry().toString('utf8');
  };
  const targets = new Map(
    elements(read('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ head }) => [
      attribute(head, 'Id'),
      attribute(head, 'Target'),
    ]),
  );
  const shared = entries.has('xl/sharedStrings.xml')
    ? elements(read('xl/sharedStrings.xml'), 'si').map(({ body }) => textOfXml(body))
    : [];
  return elements(read('xl/workbook.xml'), 'sheet').map(({ head }) => {
    const target = (targets.get(attribute(head, 'r:id')) ?? '').replace(/^\/?(xl\/)?/, 'xl/');
    return { name: attribute(head, 'name'), rows: readSheetRows(read(target), shared) };
  });
}

function readSheetRows(xml: string, shared: readonly string[]): string[][] {
  return elements(xml, 'row').map(({ body }) => {
    const row: string[] = [];
    for (const cell of elements(body, 'c')) {
      const index = columnIndex(attribute(cell.head, 'r'));
      while (row.length < index) row.push('');
      row[index] = cellText(attribute(cell.head, 't'), cell.body, shared);
    }
    return row;
  });
}

function cellText(type: string, body: string, shared: readonly string[]): string {
  if (type === 'inlineStr') return textOfXml(body);
  const value = elements(body, 'v')[0]?.body ?? '';
  return type === 's' ? (shared[Number(value)] ?? '') : unescape(value);
}

/** @example columnIndex('AB12') // => 27 */
function columnIndex(reference: string): number {
  const letters = /^[A-Z]+/.exec(reference)?.[0] ?? 'A';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The elements of one name, which in these files never stand inside one another. */
function elements(xml: string, name: string): { head: string; body: string }[] {
  const pattern = new RegExp(`<${name}((?:\\s[^>]*?)?)(?:/>|>([^]*?)</${name}>)`, 'g');
  return [...xml.matchAll(pattern)].map(([, head = '', body = '']) => ({ head, body }));
}

function attribute(head: string, name: string): string {
  return unescape(new RegExp(`\\s${name}="([^"]*)"`).exec(head)?.[1] ?? '');
}

function textOfXml(xml: string): string {
  return elements(xml, 't')
    .map(({ body }) => unescape(body))
    .join('');
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescape(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal !== undefined ? String.fromCodePoint(Number(decimal)) : (entities[name] ?? whole);
  });
}

/** The files of a ZIP archive by name, each unpacked when it is asked for. */
function readArchive(bytes: Buffer): Map<string, () => Buffer> {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error('These bytes are no .xlsx workbook: the list of parts at the end is missing.');
  const entries = new Map<string, () => Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const packed = bytes.readUInt16LE(at + 10) !== 0;
    const size = bytes.readUInt32LE(at + 20);
    const nameLength = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    entries.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), () => {
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const content = bytes.subarray(from, from + size);
      return packed ? inflateRawSync(content) : content;
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}
