import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';

/** A database file to attach, and the tables in it that a learner may name. */
export interface AttachedDataset {
  /** The name it is attached under: the dataset's id with `_` for `-`. */
  readonly alias: string;
  /** The file, by path or by the name it was registered under. */
  readonly file: string;
  readonly tables: readonly string[];
}

/** The name a dataset is attached under. */
export function toAlias(datasetId: string): string {
  return datasetId.replaceAll('-', '_');
}

/**
 * The statements that attach the datasets, give a learner a view of each table, load a person's own files and then lock
 * the engine: no file, no network, no extension, no setting. Run them in turn on a new database in memory.
 */
export function toSetupStatements(options: {
  readonly datasets: readonly AttachedDataset[];
  /** DuckDB's form, such as `1GB`. */
  readonly memoryLimit: string;
  /** Statements that make tables of other files. */
  readonly loadOwnFiles?: readonly string[];
  /** False for a database that only our own statements reach. */
  readonly locked?: boolean;
}): string[] {
  const { datasets, memoryLimit, loadOwnFiles = [], locked = true } = options;
  return [
    // Without these two, a query that names a JSON function waits for a network for ever.
    'SET autoinstall_known_extensions = false',
    'SET autoload_known_extensions = false',
    'SET errors_as_json = true',
    `SET memory_limit = ${toQuotedText(memoryLimit)}`,
    "SET temp_directory = ''",
    ...datasets.flatMap(({ alias, file, tables }) => [
      `ATTACH ${toQuotedText(file)} AS ${toQuotedName(alias)} (READ_ONLY)`,
      ...tables.map(
        (table) =>
          `CREATE VIEW IF NOT EXISTS main.${toQuotedName(table)} AS FROM ${toQuotedName(alias)}.main.${toQuotedName(table)}`,
      ),
    ]),
    ...loadOwnFiles,
    // Attach before the lock: afterwards the engine refuses to read any file.
    ...(locked ? ['SET enable_external_access = false', 'SET lock_configuration = true'] : []),
  ];
}
