import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

let partsMade = 0;

/** A second name for a file or folder that is being written. It ends in ".part" and no two are the same. */
export function toPartPath(path: string): string {
  return `${path}.${process.pid}-${++partsMade}.part`;
}

/** True for the name of something that is being written, here or in another process. */
export function isPart(name: string): boolean {
  return name.endsWith('.part');
}

/**
 * Writes a file by way of a second name, so that nobody ever sees half of it. Its folder is made where it is missing.
 *
 * @param write writes the whole file to the path that it is given
 */
export async function replaceFile(path: string, write: (part: string) => Promise<unknown>): Promise<void> {
  const part = toPartPath(path);
  await mkdir(dirname(path), { recursive: true });
  try {
    await write(part);
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
}
