import { z } from 'zod';

/** What a publisher's file looked like when its tables were last made, so that the next edition can be held against it. */
export const rawFormSchema = z.strictObject({
  encoding: z.enum(['UTF-8', 'Windows-1252', 'UTF-16']),
  lineEnds: z.enum(['LF', 'CRLF', 'CR', 'mixed', 'none']),
  /** True where the last line has a line end. */
  endsLine: z.boolean(),
  /** The first line's fields, or the names in the first object of JSON; null where the form has none. */
  headings: z.array(z.string()).nullable(),
});
export type RawForm = z.infer<typeof rawFormSchema>;

/** By path of the file in the descriptor. Kept in `source-forms.json` beside the descriptor. */
export const rawFormsSchema = z.record(z.string(), rawFormSchema);

/** A file as it is now: its form, and what is wrong with it whatever it was before. */
export interface RawReading {
  readonly form: RawForm;
  readonly fault?: 'empty' | 'cut-short' | 'web-page';
}

/**
 * Reads the form of a publisher's file, unpacked.
 *
 * @param name - Its name, whose ending says what it is: .csv, .tsv, .txt, .json, .jsonl, .xlsx, .ods.
 */
export function readRawForm(name: string, bytes: Uint8Array): RawReading {
  const plain: RawForm = { encoding: 'UTF-8', lineEnds: 'none', endsLine: true, headings: null };
  if (bytes.length === 0) return { form: plain, fault: 'empty' };
  if (/\.(xlsx|ods)$/.test(name)) {
    const fault = readArchiveFault(bytes);
    return fault === undefined ? { form: plain } : { form: plain, fault };
  }
  const encoding = findEncoding(bytes);
  const text = decodeRaw(bytes, encoding);
  if (text.trim() === '') return { form: { ...plain, encoding }, fault: 'empty' };
  if (/^\s*<(!doctype html|html)/i.test(text)) return { form: { ...plain, encoding }, fault: 'web-page' };
  const json = /\.jsonl?$/.exec(name);
  if (json !== null) {
    const headings = readJsonHeadings(
      json[0] === '.jsonl' ? (text.trimEnd().split('\n').at(-1) ?? '') : text,
    );
    const form: RawForm = { ...plain, encoding, headings: headings ?? null };
    return headings === undefined ? { form, fault: 'cut-short' } : { form };
  }
  const separator = findSeparator(name);
  const read = readRecords(text, separator ?? '\0', separator !== undefined);
  const form: RawForm = {
    encoding,
    lineEnds: read.lineEnds,
    endsLine: read.endsLine,
    headings: separator === undefined ? null : (read.records[0]?.map((field) => field.trim()) ?? []),
  };
  if (separator === undefined) return { form };
  if (read.records.length < 2) return { form, fault: 'empty' };
  // A table whose last line alone has too few fields, or whose last text is never closed, ends in the middle.
  const [last, before] = [read.records.at(-1)?.length ?? 0, read.records.at(-2)?.length ?? 0];
  const cut = read.openQuote || (!read.endsLine && last < Math.min(before, form.headings?.length ?? 0));
  return cut ? { form, fault: 'cut-short' } : { form };
}

/** Text of a file without its mark of byte order. */
export function decodeRaw(bytes: Uint8Array, encoding: RawForm['encoding']): string {
  if (encoding !== 'UTF-16') return new TextDecoder(encoding.toLowerCase()).decode(bytes);
  const bigEndian = (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] !== 0);
  return new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le').decode(bytes);
}

/**
 * The text of a file in the form that the recipe knows: its line ends, and its columns in their order. A file whose
 * columns are others, or stand twice, keeps their order.
 */
export function toKnownForm(name: string, text: string, now: RawForm, known: RawForm): string {
  const separator = findSeparator(name);
  let result = text;
  const headings = known.headings ?? [];
  if (separator !== undefined && isReordered(now.headings ?? [], headings)) {
    const { records } = readRecords(text, separator, true);
    const places = headings.map((heading) => (now.headings ?? []).indexOf(heading));
    const toField = (field = '') =>
      /["\r\n]/.test(field) || field.includes(separator) ? `"${field.replaceAll('"', '""')}"` : field;
    result = records
      .map((record) => `${places.map((place) => toField(record[place])).join(separator)}\n`)
      .join('');
  }
  const end = { LF: '\n', CRLF: '\r\n', CR: '\r', mixed: undefined, none: undefined }[known.lineEnds];
  if (end === undefined || (now.lineEnds === known.lineEnds && result === text)) return result;
  return result.replace(/\r\n|\r|\n/g, end);
}

/** True where both lists hold the same different headings in another order. */
export function isReordered(now: readonly string[], known: readonly string[]): boolean {
  const different = new Set(now).size === now.length && now.length === known.length;
  return different && now.join('\0') !== known.join('\0') && known.every((heading) => now.includes(heading));
}

function findSeparator(name: string): string | undefined {
  if (name.endsWith('.csv')) return ',';
  return name.endsWith('.tsv') ? '\t' : undefined;
}

function findEncoding(bytes: Uint8Array): RawForm['encoding'] {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  // Plain text has no zeros: every second byte of Western text in UTF-16 is one.
  if (marked || bytes.subarray(0, 400).includes(0)) return 'UTF-16';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'UTF-8';
  } catch {
    return 'Windows-1252';
  }
}

/** A ZIP archive starts with PK and ends with a list of its files, which goes first where it is cut. */
function readArchiveFault(bytes: Uint8Array): RawReading['fault'] {
  const text = (from: number, to?: number) => new TextDecoder('latin1').decode(bytes.subarray(from, to));
  if (/^\s*</.test(text(0, 100))) return 'web-page';
  const whole = text(0, 2) === 'PK' && text(Math.max(0, bytes.length - 66_000)).includes('PK\u0005\u0006');
  return whole ? undefined : 'cut-short';
}

/** The names in the first object; undefined where the text is no whole JSON. */
function readJsonHeadings(text: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === 'object' && first !== null ? Object.keys(first) : [];
  } catch {
    return undefined;
  }
}

interface ReadRecords {
  readonly records: string[][];
  readonly lineEnds: RawForm['lineEnds'];
  readonly endsLine: boolean;
  readonly openQuote: boolean;
}

/** Reads CSV by RFC 4180, empty lines left out. Line ends inside quotes belong to the text. */
function readRecords(text: string, separator: string, quoted: boolean): ReadRecords {
  const records: string[][] = [];
  const ends = new Set<'LF' | 'CRLF' | 'CR'>();
  let record: string[] = [];
  let at = 0;
  let openQuote = false;
  let endsLine = false;
  while (at < text.length) {
    let field: string;
    if (quoted && text[at] === '"') {
      const closing = findClosingQuote(text, at + 1);
      openQuote = closing === -1;
      const end = openQuote ? text.length : closing;
      field = text.slice(at + 1, end).replaceAll('""', '"');
      at = openQuote ? end : end + 1;
      const rest = findFieldEnd(text, at, separator);
      field += text.slice(at, rest);
      at = rest;
    } else {
      const end = findFieldEnd(text, at, separator);
      field = text.slice(at, end);
      at = end;
    }
    record.push(field);
    if (text[at] === separator) {
      at++;
      // A separator at the very end leaves an empty field.
      if (at === text.length) record.push('');
      endsLine = false;
      continue;
    }
    endsLine = at < text.length;
    if (endsLine) {
      const kind = text[at] === '\n' ? 'LF' : text[at + 1] === '\n' ? 'CRLF' : 'CR';
      ends.add(kind);
      at += kind === 'CRLF' ? 2 : 1;
    }
    if (record.length > 1 || record[0] !== '') records.push(record);
    record = [];
  }
  if (record.length > 0) records.push(record);
  const [only] = ends;
  return { records, lineEnds: ends.size > 1 ? 'mixed' : (only ?? 'none'), endsLine, openQuote };
}

function findClosingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

function findFieldEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
