import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DatasetDescriptor } from '#src/datasets/descriptor.ts';
import { unpack } from '#src/datasets/node/making/raw-files.ts';
import { toFileDownload } from '../source-url.ts';
import { downloadFile, DownloadProblem } from './download-file.ts';

type PublisherSource = DatasetDescriptor['source'];

/** One of the publisher's files as it now lies on this disk. */
export interface GatheredFile {
  readonly path: string;
  /** SHA-256 of its content, unpacked where it was packed with gzip. */
  readonly sha256: string;
  readonly isNew: boolean;
}

/** The name that the recipe reads a file by. */
export function fileName({ name, path }: PublisherSource['files'][number]): string {
  return name ?? basename(path);
}

/**
 * Takes the publisher's files from a folder where they lie already, by their checksum or else by their name, and copies
 * them to `to`.
 *
 * @throws {DownloadProblem} when one is not there, with the names that were looked for
 */
export async function gatherFromFolder(
  source: PublisherSource,
  folder: string,
  to: string,
): Promise<GatheredFile[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []))
    .sort();
  const candidates: { path: string; name: string; sha256: string }[] = [];
  for (const path of paths) {
    const packed = path.endsWith('.gz');
    const name = basename(path, packed ? '.gz' : '');
    const bytes = await readFile(path);
    const plain = packed ? unpack(bytes) : bytes;
    // A packed file that is not wanted may be damaged as it likes.
    candidates.push({ path, name, sha256: plain === undefined ? '' : sha256Of(plain) });
  }
  await mkdir(to, { recursive: true });
  const missing: string[] = [];
  const gathered: GatheredFile[] = [];
  for (const file of source.files) {
    const found =
      candidates.find(({ sha256 }) => sha256 === file.sha256) ??
      candidates.find(({ name }) => name === fileName(file) || name === basename(file.path));
    if (found === undefined) {
      missing.push(`  ${fileName(file)} (${file.path})`);
      continue;
    }
    if (found.sha256 === '')
      throw new DownloadProblem(`${found.path} cannot be unpacked: it was cut short or damaged.`);
    await copyFile(found.path, join(to, `${fileName(file)}${found.path.endsWith('.gz') ? '.gz' : ''}`));
    gathered.push({ path: file.path, sha256: found.sha256, isNew: found.sha256 !== file.sha256 });
  }
  if (missing.length > 0) {
    throw new DownloadProblem(
      `${folder} does not hold these files of the publisher, nor any with their names:\n${missing.join('\n')}\n` +
        '  Put them there, packed with gzip if you like, and start again.',
    );
  }
  return gathered;
}

export interface FetchOptions {
  /** A newer version of the repository: 40 hexadecimal digits. Then the checksums of the descriptor do not apply. */
  readonly commit?: string | undefined;
  readonly mirror?: string | undefined;
  readonly maxBytes: number;
  readonly onProgress?: (name: string, bytes: number, total: number | undefined) => void;
}

/** Fetches the publisher's files into `to`, where whole ones and parts from an earlier try are used again. */
export async function gatherFromPublisher(
  source: PublisherSource,
  to: string,
  { commit, mirror, maxBytes, onProgress }: FetchOptions,
): Promise<GatheredFile[]> {
  const gathered: GatheredFile[] = [];
  for (const file of source.files) {
    const url = toFileDownload(source, file, { commit, mirror });
    if (url === undefined) {
      throw new DownloadProblem(
        `${file.path}\n  expected a repository on github.com, found ${file.repository ?? source.repository}.\n` +
          '  Get the files yourself and name their folder with --from.',
      );
    }
    const pinned = commit === undefined || file.repository !== undefined;
    const name = fileName(file);
    const { sha256 } = await downloadFile({
      url,
      path: join(to, name),
      sha256: pinned ? file.sha256 : undefined,
      maxBytes,
      onProgress: (bytes, total) => onProgress?.(name, bytes, total),
    });
    gathered.push({ path: file.path, sha256, isNew: sha256 !== file.sha256 });
  }
  return gathered;
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
