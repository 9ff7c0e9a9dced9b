import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DatasetDescriptor } from '#src/datasets/descriptor.ts';
import { decodeRaw, type RawForm, type RawReading, toKnownForm } from '#src/datasets/raw-form.ts';
import { rowsToCsv } from '#src/datasets/rows-to-csv.ts';
import { findRawFiles, type RawFile, readRawForms } from './raw-files.ts';
import { readOpenDocument } from './read-open-document.ts';
import { readWorkbook } from './read-workbook.ts';

export interface StagedFiles {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * Puts the publisher's files that a descriptor names into a folder of their own, in a form that DuckDB reads, and no
 * others: a recipe cannot depend on a file whose origin is not written down.
 *
 * A file whose lines end in another way, or whose columns stand in another order, than when the tables were last made is
 * put back into that form. Names stay as they are, with three exceptions. `x.csv.gz` becomes `x.csv`. Text that is not UTF-8 is taken as
 * Windows-1252, the usual encoding of spreadsheets, and becomes UTF-8. Each sheet of `x.xlsx`
 * or `x.ods` becomes `x/<sheet>.csv`.
 *
 * @param rawFolders - Where the files lie, at any depth, in any order. Throws when one that is named by its SHA-256
 * lies in none of them.
 * @param known - The forms that the files had, by path.
 */
export async function stageRawFiles(
  files: DatasetDescriptor['source']['files'],
  rawFolders: readonly string[],
  known: Readonly<Record<string, RawForm>> = {},
): Promise<StagedFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'lunchtime-raw-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const found = readRawForms(await findRawFiles(files, rawFolders));
    for (const each of found) await stage(folder, each, known[each.file.path]);
    const missing = files.filter(({ sha256 }) => !found.some(({ file }) => file.sha256 === sha256));
    if (missing.length > 0) {
      const list = missing.map((file) => `  ${file.path} (SHA-256 ${file.sha256})`).join('\n');
      throw new Error(
        `${rawFolders.join(', ')} does not hold these files, which the descriptor names as the source:\n${list}`,
      );
    }
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, remove };
}

async function stage(
  folder: string,
  { name, bytes, reading }: RawFile & { readonly reading: RawReading },
  known: RawForm | undefined,
): Promise<void> {
  const workbook = /^(?<base>.*)\.(?<kind>xlsx|ods)$/.exec(name)?.groups;
  if (workbook !== undefined) {
    const read = workbook['kind'] === 'ods' ? readOpenDocument : readWorkbook;
    for (const sheet of read(bytes))
      await write(join(folder, workbook['base'] ?? '', `${sheet.name}.csv`), rowsToCsv(sheet.rows));
    return;
  }
  await write(
    join(folder, name),
    /\.(csv|tsv|txt|json)$/.test(name) ? toText(name, bytes, reading.form, known) : bytes,
  );
}

/** Bytes stay as they are where nothing has to be changed, with a mark of byte order too. */
function toText(name: string, bytes: Buffer, now: RawForm, known: RawForm | undefined): Buffer | string {
  const text = decodeRaw(bytes, now.encoding);
  const result = known === undefined ? text : toKnownForm(name, text, now, known);
  return now.encoding === 'UTF-8' && result === text ? bytes : result;
}

async function write(path: string, content: Buffer | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
