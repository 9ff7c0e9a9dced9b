import type { ReadingChoice, ReadyFile } from '../own-table.ts';
import type { ReadTable } from './read-result.ts';
import { findFileKind } from './file-kind.ts';
import { readCsv } from './csv/read-csv.ts';
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
  const { kind, note } = findFileKind(file.name, file.bytes.length, file.bytes.subarray(0, 4096));
  const read = await readKind(kind, file.bytes, choice, onProgress);
  const { parts, delimiter, longestRow, ...rest } = read;
  const notes = note === undefined ? read.notes : [note, ...read.notes];
  return { ready: { ...rest, notes, format: { delimiter, longestRow } }, parts };
}

async function readKind(
  kind: ReturnType<typeof findFileKind>['kind'],
  bytes: Uint8Array<ArrayBuffer>,
  choice: ReadingChoice,
  onProgress: (bytesDone: number) => void,
): Promise<ReadTable> {
  switch (kind) {
    case 'csv': {
      const text = toUtf8(bytes, choice.off);
      const read = readCsv(text.bytes, choice, (done) =>
        onProgress(done * (bytes.length / text.bytes.length)),
      );
      return { ...read, steps: [...text.steps, ...read.steps] };
    }
    case 'json': {
      const { readJson } = await import('./read-json.ts');
      const text = toUtf8(bytes, choice.off);
      const read = readJson(new TextDecoder().decode(text.bytes), choice);
      return { ...read, steps: [...text.steps, ...read.steps] };
    }
    case 'parquet': {
      const { readParquet } = await import('./read-parquet.ts');
      return readParquet(bytes);
    }
    case 'workbook': {
      const { readSheets } = await import('./sheets/read-sheets.ts');
      return readSheets(bytes, choice);
    }
  }
}
