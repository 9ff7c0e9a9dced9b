import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface ProofCache<T> {
  /** The kept value for these texts, or the one that `make` gives, which is then kept. */
  readonly get: (texts: readonly string[], make: () => Promise<T>) => Promise<T>;
}

/** The parts of src whose code decides what a proof says. */
const parts = [
  'authored',
  'checker',
  'compare',
  'datasets',
  'engine',
  'exercises',
  'lessons',
  'mutation',
  'results',
  'sql',
  'syntax',
  'verifying',
  'witnesses',
];

/**
 * Keeps what was verified on disk, by the content of what they depend on: the texts given, and the code that verifies. A dataset's
 * descriptor holds the checksums of its tables, so its text stands for the data.
 *
 * @param codeRoot a folder inside `src/verifying`
 */
export async function createProofCache<T>({
  cacheDir,
  codeRoot,
}: {
  cacheDir: string;
  codeRoot: string;
}): Promise<ProofCache<T>> {
  const folder = join(cacheDir, 'proofs');
  await mkdir(folder, { recursive: true });
  const code = await hashCode(join(codeRoot, '..', '..'));
  return {
    async get(texts, make) {
      const hash = createHash('sha256').update(code);
      for (const text of texts) hash.update('\0').update(text);
      const path = join(folder, `${hash.digest('hex').slice(0, 32)}.json`);
      const kept = await readFile(path, 'utf8').catch(() => undefined);
      if (kept !== undefined) {
        await utimes(path, new Date(), new Date());
        return JSON.parse(kept) as T;
      }
      const made = await make();
      await writeFile(path, JSON.stringify(made));
      return made;
    },
  };
}

async function hashCode(src: string): Promise<string> {
  const hash = createHash('sha256');
  for (const part of parts) {
    const entries = await readdir(join(src, part), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) hash.update(file.slice(src.length)).update(await readFile(file));
  }
  return hash.digest('hex');
}
