import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { DatasetDescriptor } from '#src/datasets/descriptor.ts';
import { rowsToCsv } from '#src/datasets/rows-to-csv.ts';
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
 * Names stay as they are, with three exceptions. `x.csv.gz` becomes `x.csv`. Text that is not UTF-8 is taken as
 * Windows-1252, the usual encoding of spreadsheets, and becomes UTF-8. Each sheet of `x.xlsx`
 * or `x.ods` becomes `x/<sheet>.csv`.
 *
 * @param rawFolders - Where the files lie, at any depth, in any order. Throws when one that is named by its SHA-256
 * lies in none of them.
 */
export async function stageRawFiles(
  files: DatasetDescriptor['source']['files'],
  rawFolders: readonly string[],
): Promise<StagedFiles> {
  const wanted = new Map(files.map((file) => [file.sha256, file]));
  const folder = await mkdtemp(join(tmpdir(), 'lunchtime-raw-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    for (const rawFolder of rawFolders) {
      for (const path of await listRawFiles(rawFolder)) {
        const bytes = await readFile(path);
        const name = relative(rawFolder, path);
        if (wanted.delete(hashBytes(bytes))) await stage(folder, name, bytes);
        else if (name.endsWith('.gz')) {
          const plain = gunzipSync(bytes);
          if (wanted.delete(hashBytes(plain))) await stage(folder, name.slice(0, -'.gz'.length), plain);
        }
      }
    }
    if (wanted.size > 0) {
      const list = [...wanted.values()].map((file) => `  ${file.path} (SHA-256 ${file.sha256})`).join('\n');
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

async function stage(folder: string, name: string, bytes: Buffer): Promise<void> {
  const workbook = /^(?<base>.*)\.(?<kind>xlsx|ods)$/.exec(name)?.groups;
  if (workbook !== undefined) {
    const read = workbook['kind'] === 'ods' ? readOpenDocument : readWorkbook;
    for (const sheet of read(bytes))
      await write(join(folder, workbook['base'] ?? '', `${sheet.name}.csv`), rowsToCsv(sheet.rows));
  } else {
    await write(join(folder, name), /\.(csv|tsv|txt|json)$/.test(name) ? fromWindows1252(bytes) : bytes);
  }
}

async function write(path: string, content: Buffer | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

function fromWindows1252(bytes: Buffer): Buffer | string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return bytes;
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

async function listRawFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : [])).sort();
}

function hashBytes(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
