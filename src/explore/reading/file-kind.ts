import { FileProblem } from '../own-table.ts';

/** A zip is a workbook until somebody has looked into it. */
export type FileKind = 'csv' | 'json' | 'parquet' | 'workbook' | 'page' | 'gzip';

/** What a file chooser offers. */
export const acceptedEndings =
  '.csv,.tsv,.tab,.txt,.psv,.dat,.json,.ndjson,.jsonl,.geojson,.parquet,.xlsx,.xlsm,.xls,.xlsb,.ods,.zip,.gz';

/** The largest file of each kind, in MB. Reading the others takes many times their size in memory. */
const mostMegabytes: Readonly<Record<FileKind, number>> = {
  csv: 150,
  json: 50,
  parquet: 50,
  workbook: 25,
  page: 25,
  gzip: 50,
};

const kindWords: Readonly<Record<FileKind, string>> = {
  csv: 'text with separators (CSV)',
  json: 'JSON',
  parquet: 'Parquet',
  workbook: 'a workbook',
  page: 'a table in a web page (HTML)',
  gzip: 'packed (gzip)',
};

/**
 * What a file is: by its first bytes where these are certain, else by the end of its name.
 *
 * @param start - Its first bytes: 4,096, or all there are.
 * @returns With a sentence, where the name says something else.
 * @throws FileProblem when it cannot be read here, or is too large.
 */
export function findFileKind(
  name: string,
  size: number,
  start: Uint8Array,
): { readonly kind: FileKind; readonly note?: string } {
  const ending = /\.([^.]{1,12})$/.exec(name.toLowerCase())?.[1] ?? '';
  if (size === 0) throw new FileProblem('This file is empty. Check that it was saved, then choose it again.');
  const named = byEnding(ending);
  const kind = byContent(start, named) ?? named;
  if (kind === undefined) {
    throw new FileProblem(
      `Files that end in “.${ending}” cannot be read here. Choose CSV, TSV, JSON, Parquet, Excel (.xlsx, .xls) or OpenDocument (.ods), or a zip of one.`,
    );
  }
  if (size > mostMegabytes[kind] * 1_000_000) {
    throw new FileProblem(
      `This file has ${Math.ceil(size / 1_000_000)} MB. The most that can be read here is ${mostMegabytes[kind]} MB${kind === 'csv' ? '' : ' of this kind, or 150 MB as CSV'}. Save a part of it, then choose that.`,
    );
  }
  if (named === undefined || named === kind) return { kind };
  const says = named === 'workbook' ? (ending === 'ods' ? 'OpenDocument' : 'Excel') : ending.toUpperCase();
  return {
    kind,
    note: `The name of this file says ${says}, but it is ${kindWords[kind]}, so it was read as that.`,
  };
}

/** What is said of a page in place of data. */
export const pageProblem =
  'This file is a web page, not data: often the sign-in or error page of the site it came from. Open it in your browser to see what it says, then download the data again.';

function byContent(start: Uint8Array, named: FileKind | undefined): FileKind | undefined {
  const startsWith = (...bytes: number[]) => bytes.every((byte, index) => start[index] === byte);
  if (startsWith(0x50, 0x41, 0x52, 0x31)) return 'parquet';
  if (startsWith(0x50, 0x4b, 0x03, 0x04)) return 'workbook';
  if (startsWith(0xd0, 0xcf, 0x11, 0xe0)) return 'workbook';
  if (startsWith(0x25, 0x50, 0x44, 0x46)) {
    throw new FileProblem(
      'This file is a PDF. Tables cannot be read out of it here: look for the same figures as a spreadsheet or CSV.',
    );
  }
  if (startsWith(0x1f, 0x8b)) return 'gzip';
  const text = new TextDecoder()
    .decode(start)
    .replaceAll('\0', '')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/^(<!--[^>]*>\s*)?<(!doctype html|html|head|body|table|meta|style)\b/i.test(text)) {
    // Many systems save a table of a page and name it Excel.
    const isSaved = named === 'workbook' && /<table\b/i.test(text);
    if (isSaved || text.includes('urn:schemas-microsoft-com:office:excel')) return 'page';
    throw new FileProblem(pageProblem);
  }
  if (
    /^<\?xml/.test(text) &&
    /<(ss:)?Workbook\b|urn:schemas-microsoft-com:office:spreadsheet|office:document\b/.test(text)
  )
    return 'workbook';
  // A browser unpacks a file on the way where the host says that it is packed, and saves it under its old name.
  if (named === 'workbook' || named === 'gzip')
    return start.includes(0) ? undefined : /^[[{]/.test(text) ? 'json' : 'csv';
  if (named === 'csv' && /^(\[\s*[[{]|\{\s*")/.test(text)) return 'json';
  return undefined;
}

function byEnding(ending: string): FileKind | undefined {
  if (['csv', 'tsv', 'tab', 'txt', 'dat', 'psv', ''].includes(ending)) return 'csv';
  if (['json', 'ndjson', 'jsonl', 'geojson'].includes(ending)) return 'json';
  if (ending === 'parquet') return 'parquet';
  if (ending === 'gz') return 'gzip';
  return ['xlsx', 'xlsm', 'xls', 'xlsb', 'xltx', 'ods', 'fods'].includes(ending) ? 'workbook' : undefined;
}
