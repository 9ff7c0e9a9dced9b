/**
 * A gzip copy of a file, fetched in its place by browsers that can unpack it: not every host compresses what it sends, and
 * hardly any compresses WebAssembly.
 */
export interface PackedCopy {
  /** From the site's root. */
  readonly path: string;
  readonly bytes: number;
}

/** A dataset as the build made it for the browser. */
export interface DatasetAsset {
  readonly id: string;
  /** Path from the site's root, with part of the content's hash as a query. */
  readonly path: string;
  readonly bytes: number;
  /** Hex SHA-256 of the file: the page refuses anything else. */
  readonly sha256: string;
  /** Left out where nobody has packed it. */
  readonly packed?: PackedCopy;
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
}

/** The engine's files as the build made them. Paths run from the site's root. */
export interface EngineAsset {
  readonly modulePath: string;
  readonly moduleBytes: number;
  readonly moduleSha256: string;
  readonly modulePacked: PackedCopy;
  /** What a worker is started with: it takes the module, then DuckDB's own script. */
  readonly workerPath: string;
  /** DuckDB's own script, packed. Without it the worker loads the plain file, which stands beside its own. */
  readonly scriptPacked: PackedCopy;
  readonly scriptBytes: number;
  readonly scriptSha256: string;
  /** False when the slim build failed and the stock module is served. */
  readonly slim: boolean;
}

/** The page in which a learner's JavaScript runs. */
export interface SandboxAsset {
  /** From the site's root, with a hash of the code as a query. */
  readonly path: string;
}

/** What `npm run prepare-assets` writes to `.cache/assets.json` and pages import as `#assets`. */
export interface Assets {
  readonly engine: EngineAsset;
  readonly sandbox: SandboxAsset;
  readonly datasets: Readonly<Record<string, DatasetAsset>>;
}

/** Where a build reads and writes. */
export interface BuildFolders {
  /** The project's root. */
  readonly root: string;
  /** Where the site's files stand: everything about a dataset goes to `api/v1/datasets/<id>/` in it. */
  readonly publicDir: string;
  readonly cacheDir: string;
}
