import type { DatasetDescriptor } from '#src/datasets/descriptor.ts';

type SourceVersion = Pick<DatasetDescriptor['source'], 'repository' | 'commit'>;
type SourceFile = DatasetDescriptor['source']['files'][number];

/** The page where a person can look at a publisher's file, at the very version that we took. */
export function toFilePage(source: SourceVersion, file: SourceFile): string {
  const { repository, commit } = repositoryOf(source, file);
  return isGitHub(repository) ? `${repository}/blob/${commit}/${encodePath(file.path)}` : repository;
}

/**
 * The address to download a publisher's file from.
 *
 * @param options.commit - Another version than the descriptor's.
 * @param options.mirror - A server that has the same files: their paths are added to it.
 * @returns undefined for a repository on a server that we do not know the addresses of
 */
export function toFileDownload(
  source: SourceVersion,
  file: SourceFile,
  options: { readonly commit?: string | undefined; readonly mirror?: string | undefined } = {},
): string | undefined {
  if (options.mirror !== undefined) return `${options.mirror.replace(/\/$/, '')}/${encodePath(file.path)}`;
  const place = repositoryOf(source, file);
  if (!isGitHub(place.repository)) return undefined;
  // A file from another repository keeps its own commit.
  const commit = file.repository === undefined ? (options.commit ?? place.commit) : place.commit;
  const { pathname } = new URL(place.repository);
  return `https://raw.githubusercontent.com${pathname.replace(/\/$/, '')}/${commit}/${encodePath(file.path)}`;
}

function repositoryOf(source: SourceVersion, file: SourceFile): SourceVersion {
  const repository = (file.repository ?? source.repository).replace(/(\.git)?\/?$/, '');
  return { repository, commit: file.commit ?? source.commit };
}

function isGitHub(repository: string): boolean {
  return new URL(repository).hostname === 'github.com';
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
