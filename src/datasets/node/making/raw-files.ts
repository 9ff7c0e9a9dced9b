import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { DatasetDescriptor } from '#src/datasets/descriptor.ts';
import { type RawForm, rawFormsSchema, type RawReading, readRawForm } from '#src/datasets/raw-form.ts';

type SourceFiles = DatasetDescriptor['source']['files'];

export interface RawFile {
  readonly file: SourceFiles[number];
  /** Its path from the folder that it lies in, without `.gz`. */
  readonly name: string;
  /** Its content, unpacked. */
  readonly bytes: Buffer;
}

/** Finds the files that a descriptor names by their checksums, in any of the folders and at any depth. */
export async function findRawFiles(files: SourceFiles, rawFolders: readonly string[]): Promise<RawFile[]> {
  const wanted = new Map(files.map((file) => [file.sha256, file]));
  const found: RawFile[] = [];
  const take = (name: string, bytes: Buffer): boolean => {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const file = wanted.get(hash);
    if (file === undefined) return false;
    wanted.delete(hash);
    found.push({ file, name, bytes });
    return true;
  };
  for (const rawFolder of rawFolders) {
    for (const path of await listRawFiles(rawFolder)) {
      const bytes = await readFile(path);
      const name = relative(rawFolder, path);
      if (take(name, bytes) || !name.endsWith('.gz')) continue;
      const plain = unpack(bytes);
      if (plain !== undefined) take(name.slice(0, -'.gz'.length), plain);
    }
  }
  return found;
}

/** The content of a file packed with gzip; undefined where it is damaged or cut short. */
export function unpack(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes);
  } catch {
    return undefined;
  }
}

const formsFile = 'source-forms.json';

/** What the publisher's files of a dataset looked like when its tables were last made, by their paths. */
export async function loadRawForms(datasetFolder: string): Promise<Readonly<Record<string, RawForm>>> {
  const text = await readFile(join(datasetFolder, formsFile), 'utf8').catch(() => '{}');
  return rawFormsSchema.parse(JSON.parse(text));
}

/** The name and the text of the file that keeps the forms of files. */
export function toFormsFile(
  files: readonly { readonly file: SourceFiles[number]; readonly reading: RawReading }[],
): {
  name: string;
  text: string;
} {
  const forms = Object.fromEntries(files.map(({ file, reading }) => [file.path, reading.form]));
  return { name: formsFile, text: `${JSON.stringify(forms, null, 2)}\n` };
}

/** The files with the forms that they have now. */
export function readRawForms(files: readonly RawFile[]): (RawFile & { readonly reading: RawReading })[] {
  return files.map((each) => ({ ...each, reading: readRawForm(each.name, each.bytes) }));
}

async function listRawFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : [])).sort();
}
