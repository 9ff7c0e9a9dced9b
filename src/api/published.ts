import type { DatasetDescriptor } from '#src/datasets/descriptor.ts';

/** One file that anyone may fetch. */
export interface PublishedFile {
  /** From the dataset's folder in the API, such as `services.csv` or `services/pages/1.json`. */
  readonly path: string;
  readonly bytes: number;
  /** Hex SHA-256 of the file's bytes. */
  readonly sha256: string;
}

/** A table with the files that hold it. A format that is missing is left out for the table's size. */
export interface PublishedTable {
  readonly name: string;
  readonly rows: number;
  readonly csv?: PublishedFile;
  /** CSV packed with gzip, in place of a plain file that would be large. */
  readonly packedCsv?: PublishedFile;
  readonly parquet: PublishedFile;
  /** JSON pages in order. */
  readonly pages?: readonly PublishedFile[];
  /** The first row as its JSON page gives it. */
  readonly sample: Readonly<Record<string, string | number | boolean | null>>;
}

/** A dataset with everything that was made of it. */
export interface ApiDataset {
  readonly descriptor: DatasetDescriptor;
  /** The DuckDB file with all tables: the same that the lessons load. */
  readonly database: PublishedFile;
  readonly tables: readonly PublishedTable[];
}

/** All files of a table. */
export function filesOf({ csv, packedCsv, parquet, pages = [] }: PublishedTable): PublishedFile[] {
  return [csv, packedCsv, parquet, ...pages].filter((file) => file !== undefined);
}
