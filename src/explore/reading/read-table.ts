import { FileProblem } from '../own-table.ts';
import type { ReadingChoice, ReadyFile } from '../own-table.ts';
import type { ReadTable } from './read-result.ts';
import { findFileKind } from './file-kind.ts';
import { chooseFile, isWorkbookZip, toFileId } from './packed/choose-file.ts';
import { readCsv } from './csv/read-csv.ts';
import { readFixedWidth } from './fixed-width/read-fixed-width.ts';
import { toUtf8 } from './csv/to-utf8.ts';

/**
 * Read a file of any kind as one table. Runs anywhere; the readers of workbooks and Parquet are loaded when they are needed.
 *
 * @param file.bytes - All of it.
 * @param onProgress - Called now and then with the bytes looked at so far.
 * @throws FileProblem with a sentence when the file cannot be used.
 */
export async function readTable(
  file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
  choice: ReadingChoice,
  onProgress: (bytesDone: number) => void = () => undefined,
): Promise<{ readonly ready: ReadyFile; readonly parts: ReadTable['parts'] }> {
  const { note, ...read } = await readFile(file, choice, onProgress);
  const { parts, delimiter, longestRow, ...rest } = read;
  const notes = note === undefined ? read.notes : [note, ...read.notes];
  return { ready: { ...rest, notes, format: { delimiter, longestRow } }, parts };
}

interface OwnFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

async function readFile(
  file: OwnFile,
  choice: ReadingChoice,
  onProgress: (bytesDone: number) => void,
): Promise<ReadTable & { readonly note?: string }> {
  const { bytes, name } = file;
  const { kind, note } = findFileKind(name, bytes.length, bytes.subarray(0, 4096));
  if (kind === 'workbook' && isZipFile(bytes)) {
    const zipped = await readZip(bytes, choice, onProgress);
    if (zipped) return zipped;
  }
  if (kind === 'gzip') {
    const { unpackGzip } = await import('./packed/unpack-zip.ts');
    const inner = { name: name.replace(/\.gz$/i, ''), bytes: unpackGzip(bytes, mostUnpackedGzip) };
    const read = await readInner(inner, choice, (done) =>
      onProgress(done * (bytes.length / inner.bytes.length)),
    );
    return { ...read, notes: ['This file was packed (gzip), and was unpacked.', ...read.notes] };
  }
  return { ...(await readKind(kind, bytes, choice, onProgress)), ...(note !== undefined && { note }) };
}

const mostUnpackedGzip = 150_000_000;
const isZipFile = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** A table of a file in a zip; undefined where the zip is a workbook itself. */
async function readZip(
  bytes: Uint8Array<ArrayBuffer>,
  choice: ReadingChoice,
  onProgress: (bytesDone: number) => void,
): Promise<ReadTable | undefined> {
  const { listEntries, unpackEntries } = await import('./packed/unpack-zip.ts');
  let entries;
  try {
    entries = listEntries(bytes);
  } catch (cause) {
    if (cause instanceof FileProblem) throw cause;
    // The reader of workbooks says what is wrong.
    return undefined;
  }
  if (isWorkbookZip(entries)) return undefined;
  const { entry, table, others } = chooseFile(entries, choice.table);
  const remedy = 'Unpack it on your computer, then choose the file you need.';
  const inner = unpackEntries(bytes, [entry], remedy)[entry.name];
  if (!inner) return undefined;
  const read = await readInner({ name: entry.name, bytes: inner }, { ...choice, table }, (done) =>
    onProgress(done * (bytes.length / inner.length)),
  );
  const isOne = read.tables.length < 2;
  const ids = new Map(read.tables.map(({ id }) => [id, toFileId(entry.name, isOne ? undefined : id)]));
  const more = others.slice(0, 3).map(({ name }) => `“${name}”`);
  return {
    ...read,
    notes: [
      `This file is a zip. These are the rows of “${entry.name}” in it${others.length > 0 ? `; ${more.join(', ')}${others.length > 3 ? ' and more' : ''} can be used too` : ''}.`,
      ...read.notes,
    ],
    tables: [
      ...read.tables.map((each) => ({
        ...each,
        id: ids.get(each.id) ?? each.id,
        name: isOne ? entry.name : `${entry.name}: ${each.name}`,
      })),
      ...others.slice(0, 50).map(({ name }) => ({ id: toFileId(name), name, rowCount: undefined, look: [] })),
    ],
    table: ids.get(read.table) ?? toFileId(entry.name),
  };
}

/** A file out of a packed one, which may be a workbook but no packed file again. */
async function readInner(
  { name, bytes }: OwnFile,
  choice: ReadingChoice,
  onProgress: (bytesDone: number) => void,
): Promise<ReadTable> {
  const { kind, note } = findFileKind(name, bytes.length, bytes.subarray(0, 4096));
  if (kind === 'gzip')
    throw new FileProblem(
      `“${name}” is packed once more. Unpack it on your computer, then choose the file in it.`,
    );
  const read = await readKind(kind, bytes, choice, onProgress);
  return note === undefined ? read : { ...read, notes: [note, ...read.notes] };
}

async function readKind(
  kind: 'csv' | 'json' | 'parquet' | 'workbook' | 'page',
  bytes: Uint8Array<ArrayBuffer>,
  choice: ReadingChoice,
  onProgress: (bytesDone: number) => void,
): Promise<ReadTable> {
  switch (kind) {
    case 'csv': {
      const text = toUtf8(bytes, choice.off);
      const read =
        readFixedWidth(text.bytes, choice) ??
        readCsv(text.bytes, choice, (done) => onProgress(done * (bytes.length / text.bytes.length)));
      return { ...read, steps: [...text.steps, ...read.steps] };
    }
    case 'json': {
      const { readJson } = await import('./json/read-json.ts');
      const text = toUtf8(bytes, choice.off);
      const read = readJson(new TextDecoder().decode(text.bytes), choice);
      return { ...read, steps: [...text.steps, ...read.steps] };
    }
    case 'parquet': {
      const { readParquet } = await import('./read-parquet.ts');
      return readParquet(bytes);
    }
    case 'page': {
      const { readSheets } = await import('./sheets/read-sheets.ts');
      const text = toUtf8(bytes, choice.off);
      const read = readSheets(new TextDecoder().decode(text.bytes), choice);
      return { ...read, steps: [...text.steps, ...read.steps] };
    }
    case 'workbook': {
      const { readSheets } = await import('./sheets/read-sheets.ts');
      return readSheets(bytes, choice);
    }
  }
}
