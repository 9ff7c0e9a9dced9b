import { sep } from 'node:path';

/** A file of scripts as the bundler made it: the modules in it, and how much of each is left. */
export interface BuiltChunk {
  readonly type: 'chunk' | 'asset';
  readonly modules?: Readonly<Record<string, { readonly renderedLength: number }>>;
}

/**
 * The folders of the packages whose code is in these files.
 *
 * @example
 * packagesOfChunks([chunk of '/a/node_modules/zod/index.js']) // => ['/a/node_modules/zod']
 */
export function packagesOfChunks(chunks: readonly BuiltChunk[]): string[] {
  const folders = chunks.flatMap(({ modules = {} }) =>
    Object.entries(modules).flatMap(([id, { renderedLength }]) =>
      renderedLength > 0 ? (toPackageFolder(id) ?? []) : [],
    ),
  );
  return [...new Set(folders)].sort();
}

/** The innermost package that a module belongs to; undefined for our own and for those that the bundler makes up. */
function toPackageFolder(id: string): string | undefined {
  const path = id.replace(/^\0/, '').replaceAll(sep, '/');
  return /^(?<folder>\/?[^\0]*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.groups?.['folder'];
}
