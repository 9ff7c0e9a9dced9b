import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { version } from '@duckdb/node-api';
import { hashCode, packageVersion, projectOf } from './hash-code.ts';
import { hashFile } from './hash-file.ts';
import { isPart, toPartPath } from './replace-file.ts';

/** What decides a value, beside the code that makes it and the query engine. */
export interface CacheInputs {
  /** What people call it, such as a dataset's id. Versions of one name stand side by side in the cache. */
  readonly name: string;
  /** Texts that it is made from. */
  readonly texts?: readonly string[];
  /** Absolute paths of files that it is made from. */
  readonly files?: readonly string[];
}

/** A value with files that were made for it. */
export interface KeptFiles<T> {
  readonly value: T;
  /** Where the files are. They may be read, not changed. */
  readonly folder: string;
}

export interface ContentCache {
  /** The value kept for these inputs, or the one that `make` gives, which is then kept. It must survive as JSON. */
  get<T>(inputs: CacheInputs, make: () => Promise<T>): Promise<T>;
  /** The same for a value with files, which `make` writes into the folder that it is given. */
  getFiles<T>(inputs: CacheInputs, make: (folder: string) => Promise<T>): Promise<KeptFiles<T>>;
}

interface Entry {
  readonly value: unknown;
  /** The SHA-256 of each file beside the value, by name. */
  readonly files: Readonly<Record<string, string>>;
}

const valueFile = 'value.json';
const entryPattern = /\.[0-9a-f]{32}$/;
/** So many versions of one name are kept, the last used ones: enough to go back and forth between two branches. */
const versionsKept = 4;
/** What was used so lately may be in use in another process. */
const inUseMs = 3_600_000;
const unusedKeptMs = 60 * 86_400_000;

/**
 * Keeps what takes time to make on disk, by the content of all that decides it: the inputs, the code that makes it with
 * everything that the code imports, and the version of the query engine. What is damaged or cut off counts as not
 * there. Several processes may use one cache at once: each entry appears whole or not at all.
 *
 * @param options.kind what is kept, the name of a folder in `cacheDir`
 * @param options.code absolute path of the module that makes the values
 * @param options.engine the version of the query engine
 */
export async function openContentCache({
  cacheDir,
  kind,
  code,
  engine = engineVersion(),
}: {
  readonly cacheDir: string;
  readonly kind: string;
  readonly code: string;
  readonly engine?: string;
}): Promise<ContentCache> {
  const root = join(cacheDir, kind);
  await mkdir(root, { recursive: true });
  const codeHash = hashCode(code);
  const fileHashes = new Map<string, Promise<string>>();
  let tidied: Promise<void> | undefined;

  async function toFolder({ name, texts = [], files = [] }: CacheInputs): Promise<string> {
    const hash = createHash('sha256').update([engine, codeHash, name, texts.length].join('\0'));
    for (const text of texts) hash.update('\0').update(createHash('sha256').update(text).digest());
    for (const file of files) {
      const known = fileHashes.get(file) ?? hashFile(file);
      fileHashes.set(file, known);
      hash.update('\0').update(await known);
    }
    return join(root, `${name.replaceAll('/', '.')}.${hash.digest('hex').slice(0, 32)}`);
  }

  async function getFiles<T>(
    inputs: CacheInputs,
    make: (folder: string) => Promise<T>,
  ): Promise<KeptFiles<T>> {
    const folder = await toFolder(inputs);
    const kept = await readEntry(folder);
    if (kept !== undefined) {
      await utimes(folder, new Date(), new Date());
      return { value: kept.value as T, folder };
    }
    tidied ??= removeOld(root);
    await tidied;
    const part = toPartPath(folder);
    try {
      await mkdir(part);
      const value = await make(part);
      await writeFile(join(part, valueFile), JSON.stringify(await toEntry(part, value)));
      // As it will be read the next time, so that no later run can see another value.
      return { value: (await install(part, folder)).value as T, folder };
    } finally {
      await rm(part, { recursive: true, force: true });
    }
  }

  return {
    getFiles,
    get: async (inputs, make) => (await getFiles(inputs, make)).value,
  };
}

/** The DuckDB that judges here and the one in the browser, with the packages that they come in. */
export function engineVersion(): string {
  const root = projectOf(import.meta.filename);
  const packages = ['@duckdb/node-api', '@duckdb/duckdb-wasm'];
  return [version(), ...packages.map((name) => `${name}@${packageVersion(root, name)}`)].join(' ');
}

async function toEntry(folder: string, value: unknown): Promise<Entry> {
  const names = (await readdir(folder)).sort();
  const hashes = names.map(async (name) => [name, await hashFile(join(folder, name))] as const);
  return { value, files: Object.fromEntries(await Promise.all(hashes)) };
}

/** Undefined where nothing is kept, or something that is not whole. */
async function readEntry(folder: string): Promise<Entry | undefined> {
  try {
    const entry = JSON.parse(await readFile(join(folder, valueFile), 'utf8')) as Entry;
    const whole = Object.entries(entry.files).map(
      async ([name, sha256]) => (await hashFile(join(folder, name))) === sha256,
    );
    return (await Promise.all(whole)).every(Boolean) ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** Puts a whole entry in its place, and gives what stands there then: another process may have been first. */
async function install(part: string, folder: string): Promise<Entry> {
  for (let tries = 0; ; tries++) {
    try {
      await rename(part, folder);
    } catch (error) {
      // A folder that holds something is not replaced.
      if (tries === 5) throw error;
    }
    const entry = await readEntry(folder);
    if (entry !== undefined) return entry;
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes what has not been used for long, versions that newer ones have followed, and what an earlier form left. */
async function removeOld(root: string): Promise<void> {
  const entries = await readdir(root, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(root, entry.name);
      const usedAt = (await stat(path).catch(() => undefined))?.mtimeMs ?? 0;
      return { path, usedAt, name: entry.name, isFolder: entry.isDirectory() };
    }),
  );
  const now = Date.now();
  const kept = new Map<string, number>();
  for (const { path, usedAt, name, isFolder } of found.sort((a, b) => b.usedAt - a.usedAt)) {
    const age = now - usedAt;
    // A part that nobody finished in that time belongs to a process that was stopped.
    const isYoung = isPart(name) ? age < inUseMs : entryPattern.test(name) && age < unusedKeptMs;
    const bare = name.replace(entryPattern, '');
    const versions = (kept.get(bare) ?? 0) + 1;
    kept.set(bare, versions);
    const isKept = isFolder && isYoung && (versions <= versionsKept || age < inUseMs);
    if (!isKept) await rm(path, { recursive: true, force: true });
  }
}
