import type { ResultTable } from './result-table.ts';

/** A stretch of the learner's text: offsets in UTF-16 code units, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Why a statement did not run, for a person who is new to SQL. */
export interface QueryError {
  /** One plain sentence: what is wrong. */
  readonly message: string;
  /** What to try next, when the mistake is a known one. */
  readonly advice?: string;
  /** Where in the text the learner typed. */
  readonly place?: TextRange;
  /** The engine's own words. */
  readonly details: string;
}

/** What came of running a learner's text. */
export type RunOutcome =
  | { readonly status: 'ok'; readonly table: ResultTable; readonly elapsedMs: number }
  | { readonly status: 'error'; readonly error: QueryError }
  | { readonly status: 'timeout'; readonly limitMs: number }
  | { readonly status: 'cancelled' };
