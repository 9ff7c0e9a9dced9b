import { createHash } from 'node:crypto';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createNativeDatabase } from '#src/engine/node/native-database.ts';
import { loadOwnTable } from '#src/explore/load-own-table.ts';
import { FileProblem } from '#src/explore/own-table.ts';
import { readTable } from '#src/explore/reading/read-table.ts';
import type { Audit } from '../audit.ts';
import { auditTable } from '../audit-table.ts';

/**
 * Audit one table of a file on disk, as the page does.
 *
 * @param options.table - The name or the id of the table; without one the reader takes the likeliest.
 * @throws FileProblem with a sentence when the file or the table cannot be read.
 */
export async function auditFile(
  path: string,
  options: { readonly table?: string | undefined; readonly version: string; readonly madeAt: string },
): Promise<Audit> {
  const name = basename(path);
  const bytes = new Uint8Array(await readBytes(path));
  const read = (table?: string) => readTable({ name, bytes }, { off: [], table });
  const { ready, parts } = await chooseTable(read, options.table);
  const folder = await mkdtemp(join(tmpdir(), 'audit-'));
  const database = await createNativeDatabase();
  try {
    const source = join(folder, 'rows.csv');
    const file = await open(source, 'w');
    for (const part of parts) await file.write(typeof part === 'string' ? Buffer.from(part) : part);
    await file.close();
    const loaded = await loadOwnTable(database, 'own', source, ready);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return await auditTable(database, {
      ...options,
      file: { name, bytes: bytes.length, sha256 },
      source,
      ready,
      loaded,
    });
  } finally {
    database.close();
    await rm(folder, { recursive: true });
  }
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new FileProblem('This file cannot be opened. Check its name and that you may read it.', { cause });
  }
}

async function chooseTable(
  read: (table?: string) => ReturnType<typeof readTable>,
  asked: string | undefined,
) {
  const first = await read();
  if (asked === undefined) return first;
  const { tables } = first.ready;
  const found = tables.find(({ id, name }) => id === asked || name === asked);
  if (found) return found.id === first.ready.table ? first : read(found.id);
  throw new FileProblem(
    `This file has no table “${asked}”. It has: ${tables.map(({ name }) => `“${name}”`).join(', ')}.`,
  );
}
