import type { RowPlaces } from './row-places.ts';

/** How the fields of a text file stand apart. */
export interface CsvFormat {
  readonly delimiter: ',' | '\t' | ';' | '|' | '^' | '~';
  /** The longest row in bytes. */
  readonly longestRow: number;
}

/** A column of a person's own file. */
export interface OwnColumn {
  /** The name in queries. */
  readonly name: string;
  /** What the file calls it; empty where it gives no name. */
  readonly heading: string;
}

/** The types that columns of own files get. */
export type OwnType =
  | 'VARCHAR'
  | 'BIGINT'
  | 'HUGEINT'
  | 'DOUBLE'
  | 'BOOLEAN'
  | 'DATE'
  | 'TIME'
  | 'TIMESTAMP'
  | 'INTERVAL'
  | `DECIMAL(${number},${number})`;

/** Something that the reader did to a file beside taking its values as they stand. */
export interface ReadingStep {
  /** By which the person can have it left off. */
  readonly id: string;
  /** What was done, with a count and an example. */
  readonly sentence: string;
  /** Cells, headings or lines that it touched. */
  readonly count: number;
  /** What the button says that reads the file without it; undefined where the file cannot be read without. */
  readonly undo?: string;
}

/** One of the tables in a file: a sheet, a part of it, or a block of lines. */
export interface FoundTable {
  /** By which the person can choose it. */
  readonly id: string;
  /** The sheet's name, the title over it, or its place. */
  readonly name: string;
  /** How many rows it has; undefined where nobody has counted yet. */
  readonly rowCount: number | undefined;
  /** Its headings and first rows as text, to look at before choosing. */
  readonly look: readonly (readonly string[])[];
}

/** A table of a file made ready for DuckDB: UTF-8 text without headings, in which every row has the same number of fields. */
export interface ReadyFile {
  readonly format: CsvFormat;
  readonly columns: readonly OwnColumn[];
  /** The type of each column where the file itself has types; the others are found in the values. */
  readonly types: readonly (OwnType | undefined)[];
  /** Sentences on the file for the person who chose it. */
  readonly notes: readonly string[];
  /** What the file itself says above and below the table: titles, sources, footnotes. */
  readonly remarks: readonly string[];
  readonly steps: readonly ReadingStep[];
  /** All tables of the file that can be chosen, this one among them. */
  readonly tables: readonly FoundTable[];
  /** The id of the one that was read. */
  readonly table: string;
  readonly places: RowPlaces;
  /** What a workbook holds that its readers do not see; undefined for other files. */
  readonly unseen?: UnseenParts;
}

/** What a workbook holds that nobody sees who opens it, and that goes wherever it goes. */
export interface UnseenParts {
  /** Names of hidden sheets, which are never read. */
  readonly sheets: readonly string[];
  /** Rows and columns with values, of each sheet that is shown. They are read. */
  readonly rows: readonly UnseenPlaces[];
  readonly columns: readonly UnseenPlaces[];
  /** Cells with comments, of each sheet. They are not read. */
  readonly comments: readonly UnseenPlaces[];
  /** How many people are named as authors of comments. */
  readonly commentAuthors: number;
  /** Kinds of personal data that comments hold, such as `email addresses`, with how many comments hold each. */
  readonly inComments: readonly { readonly what: string; readonly count: number }[];
  /** Copies of rows that pivot tables keep. */
  readonly pivotCopies: number;
}

export interface UnseenPlaces {
  readonly sheet: string;
  readonly count: number;
  /** Such as `rows 3 and 5 to 9`. */
  readonly where: string;
}

/** What the person decided about how a file is read. */
export interface ReadingChoice {
  /** The table to read; without one the reader takes the likeliest. */
  readonly table?: string | undefined;
  /** The steps to leave off. */
  readonly off: readonly string[];
}

/** Why a file cannot be used; the message is a sentence for the person who chose it, with what to do. */
export class FileProblem extends Error {}
