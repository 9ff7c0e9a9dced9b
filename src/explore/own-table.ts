/** How the fields of a text file stand apart. */
export interface CsvFormat {
  readonly delimiter: ',' | '\t' | ';' | '|';
  /** Lines before the header, or before the first row where there is no header. */
  readonly skippedLines: number;
  readonly hasHeader: boolean;
}

/** A column of a person's own file. */
export interface OwnColumn {
  /** The name in queries. */
  readonly name: string;
  /** What the file calls it; empty where it gives no name. */
  readonly heading: string;
}

/** The types that columns of own files get. */
export type OwnType = 'VARCHAR' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN' | 'DATE' | 'TIMESTAMP';

/** A file made ready for DuckDB: UTF-8 text in which every row has the same number of fields. */
export interface ReadyFile {
  readonly format: CsvFormat;
  readonly columns: readonly OwnColumn[];
  /** The columns' types where the file itself has types; otherwise they are found in the values. */
  readonly types: readonly OwnType[] | undefined;
  /** Sentences on what was done to read it. */
  readonly notes: readonly string[];
}

/** Why a file cannot be used; the message is a sentence for the person who chose it, with what to do. */
export class FileProblem extends Error {}
