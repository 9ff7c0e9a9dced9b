import type { ResultTable } from '#src/results/result-table.ts';

/** A query with what it gives on the real data: run when the site was built, so that a page can show it at once. */
export interface PreparedQuery {
  readonly query: string;
  /** Its first rows. */
  readonly answer: ResultTable;
}

/** A question with its prepared query. */
export interface PreparedQuestion extends PreparedQuery {
  readonly question: string;
  /** A word of the query, and others that may stand there: the build has tried each. */
  readonly change?: { readonly word: string; readonly to: readonly string[] };
}

/** The first rows of a table, for a person to look at. */
export type TableSample = ResultTable;

/** What the build prepares of queries and rows: `.cache/prepared.json`, which pages import as `#prepared`. */
export interface Prepared {
  /** Three for each dataset, by its id. */
  readonly questions: Readonly<Record<string, readonly PreparedQuestion[]>>;
  /** Words beside its own that people search a dataset by, by its id. */
  readonly searchWords: Readonly<Record<string, readonly string[]>>;
  /** By table name, which no two datasets share. */
  readonly samples: Readonly<Record<string, TableSample>>;
  /** By lesson id. */
  readonly lessons: Readonly<Record<string, PreparedLesson>>;
}

export interface PreparedLesson {
  /** What stands in the lesson's first screen. */
  readonly start?: PreparedQuestion;
  /** The examples of the text that run, by their query. */
  readonly examples: Readonly<Record<string, ResultTable>>;
}
