import { FileProblem } from '../own-table.ts';

export type FileKind = 'csv' | 'json' | 'parquet' | 'excel';

/** What a file chooser offers. */
export const acceptedEndings = '.csv,.tsv,.tab,.txt,.json,.ndjson,.jsonl,.geojson,.parquet,.xlsx';

/** The largest file of each kind, in MB. Reading the others takes many times their size in memory. */
const mostMegabytes: Readonly<Record<FileKind, number>> = { csv: 150, json: 50, parquet: 50, excel: 25 };

/**
 * What a file is: by its first bytes where these are certain, else by the end of its name.
 *
 * @param start - At least its first 8 bytes.
 * @throws FileProblem when it cannot be read here, or is too large.
 */
export function findFileKind(name: string, size: number, start: Uint8Array): FileKind {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  if (size === 0) throw new FileProblem('This file is empty. Check that it was saved, then choose it again.');
  const kind = byContent(start) ?? byEnding(ending);
  if (kind === undefined) {
    throw new FileProblem(
      `Files that end in “.${ending}” cannot be read here. Choose CSV, TSV, JSON, Parquet or Excel (.xlsx).`,
    );
  }
  if (size > mostMegabytes[kind] * 1_000_000) {
    throw new FileProblem(
      `This file has ${Math.ceil(size / 1_000_000)} MB. The most that can be read here is ${mostMegabytes[kind]} MB${kind === 'csv' ? '' : ' of this kind, or 150 MB as CSV'}. Save a part of it, then choose that.`,
    );
  }
  return kind;
}

function byContent(start: Uint8Array): FileKind | undefined {
  const startsWith = (...bytes: number[]) => bytes.every((byte, index) => start[index] === byte);
  if (startsWith(0x50, 0x41, 0x52, 0x31)) return 'parquet';
  if (startsWith(0x50, 0x4b, 0x03, 0x04)) return 'excel';
  if (startsWith(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new FileProblem(
      'This is a workbook of an older Excel, or one with a password. Open it in Excel, save it as .xlsx without a password, then choose that file.',
    );
  }
  return undefined;
}

function byEnding(ending: string): FileKind | undefined {
  if (['csv', 'tsv', 'tab', 'txt', ''].includes(ending)) return 'csv';
  if (['json', 'ndjson', 'jsonl', 'geojson'].includes(ending)) return 'json';
  if (ending === 'parquet') return 'parquet';
  return ending === 'xlsx' ? 'excel' : undefined;
}
