import type { DimensionName } from '#src/quality/dimension-questions.ts';

/** What was found in one table of a person's own file: plain data, in which no personal value stands in full. */
export interface Audit {
  readonly file: AuditedFile;
  readonly table: AuditedPart;
  /** When it was made, ISO. */
  readonly madeAt: string;
  /** Which version of this site made it. */
  readonly version: string;
  readonly personal: readonly PersonalData[];
  readonly findings: readonly AuditFinding[];
  readonly dimensions: readonly AuditDimension[];
  readonly columns: readonly AuditColumn[];
  /** What the reader did to the file, in sentences. */
  readonly reading: readonly string[];
  /** What the file says above and below the table. */
  readonly remarks: readonly string[];
  /** The kinds of faults that were looked for. */
  readonly checked: readonly string[];
  readonly limits: readonly string[];
}

export interface AuditedFile {
  readonly name: string;
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

export interface AuditedPart {
  readonly id: string;
  readonly name: string;
  readonly rowCount: number;
  readonly columnCount: number;
  /** What the place of a row is called. */
  readonly placeWord: 'line' | 'row' | 'item';
  /** Other tables of the same file, which were not looked at. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
}

/** Values that may be about a person. */
export interface PersonalData {
  /** The heading of the column. */
  readonly column: string;
  /** Such as `email addresses`. */
  readonly what: string;
  /** `likely` where the values themselves or a clear heading say so. */
  readonly level: FindingLevel;
  readonly count: number;
  /** Why it is thought so. */
  readonly because: string;
  /** Whether all of the column is blotted out, and not these values alone. */
  readonly isWhole: boolean;
  /** A value with most of it blotted out. */
  readonly sample: string | undefined;
  /** Where the first of them stands. */
  readonly place: number | undefined;
}

export type FindingLevel = 'likely' | 'possible';

export interface AuditFinding {
  /** Names the kind, such as `repeated-rows`. */
  readonly kind: string;
  readonly dimension: DimensionName;
  /** `likely`: hardly ever meant. `possible`: can be right, and a person has to look. */
  readonly level: FindingLevel;
  readonly title: string;
  /** The heading of the column; undefined for whole rows and for the table. */
  readonly column: string | undefined;
  /** Rows, values or columns. */
  readonly count: number;
  /** Why it is doubted. */
  readonly says: string;
  /** What to do. */
  readonly advice: string;
  readonly examples: FindingExamples | undefined;
}

/** The first rows of a finding. */
export interface FindingExamples {
  readonly headings: readonly string[];
  readonly rows: readonly {
    /** Of the file, from 1. */
    readonly place: number;
    readonly cells: readonly string[];
    /** Which of the cells are doubted. */
    readonly marked: readonly number[];
    /** What is to be said of this row alone. */
    readonly note?: string;
  }[];
}

export interface AuditDimension {
  readonly name: DimensionName;
  readonly question: string;
  /** What was measured, a sentence each. */
  readonly measured: readonly string[];
  /** What the file alone cannot tell. */
  readonly cannotTell: string;
}

/** How many gaps have each text in the place of a value. */
export interface GapReasons {
  /** Symbols of official statistics, such as [c] or `..`. */
  readonly symbols: number;
  /** Plain words, such as n/a. */
  readonly words: number;
  /** Errors of a spreadsheet, such as #REF!. */
  readonly errors: number;
}

export interface AuditColumn {
  readonly heading: string;
  /** In plain words. */
  readonly type: string;
  readonly filled: number;
  /** Empty cells. */
  readonly missing: number;
  /** What stands in the cells that count as missing and are not empty. */
  readonly marked: GapReasons;
  readonly distinct: number;
  /** The least and the most; undefined where there is none or it may be about a person. */
  readonly range: string | undefined;
}
