import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** Hex SHA-256 of a file's bytes. */
export async function hashFile(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}
