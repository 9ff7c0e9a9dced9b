import type { TextRange } from '#src/results/run-outcome.ts';
import type { Statement } from '#src/sql/statements.ts';
import type { Token } from '#src/sql/tokens.ts';
import type { EngineError } from '../engine-error.ts';
import type { KnownTable } from '../known-table.ts';

/** A failure together with what the learner wrote. */
export interface Failure {
  readonly error: EngineError;
  /** All that the learner typed. */
  readonly text: string;
  /** The statement that failed. */
  readonly statement: Statement;
  /** Where DuckDB points, as an offset into `text`. */
  readonly offset?: number;
  readonly tables: readonly KnownTable[];
}

/** The failure with the statement's tokens at hand; their offsets count from the start of the whole text. */
export interface ReadFailure extends Failure {
  readonly tokens: readonly Token[];
  /** The token DuckDB points at: -1 when it points nowhere, the count of tokens when it points past the last. */
  readonly index: number;
}

/** What an explainer found. Without a `place` the token DuckDB points at is marked. */
export interface Explanation {
  readonly message: string;
  readonly advice?: string;
  readonly place?: TextRange;
}

/** Says what a failure means; undefined when it is not its subject. */
export type Explainer = (failure: ReadFailure) => Explanation | undefined;
