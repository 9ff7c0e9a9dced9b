import type { Cell } from '#src/results/cell.ts';
import type { Column } from '#src/results/result-table.ts';
import type { QueryError } from '#src/results/run-outcome.ts';

/** A few rows that show a difference, and how many there are in all. */
export interface RowSample {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly rowCount: number;
}

/** One place where the values differ: the row number counts from 1 in the learner's result. */
export interface ChangedCell {
  readonly row: number;
  /** As the learner's result names it. */
  readonly column: string;
  readonly found: Cell;
  readonly expected: Cell;
}

/** One of two results that stand side by side. */
export interface MarkedTable extends RowSample {
  /** Cells that differ from the other result: the row and the column, from 0. */
  readonly marks: readonly (readonly [row: number, column: number])[];
}

/** Rows of a table of a small made-up database. */
export interface NamedSample extends RowSample {
  readonly name: string;
}

/** What to look at, where the checker knows more than that the result differs. Never the answer. */
export interface Hint {
  /** The result is that of a common slip, which this names. */
  readonly nearMiss?: string;
  /** Names the first clause that gives another number of rows. */
  readonly clause?: string;
}

/**
 * What the checker says of an answer. Every refusal carries evidence. `undecided` is never counted as wrong.
 */
export type Verdict =
  | { readonly kind: 'correct' }
  /** The author foresaw this mistake and wrote the feedback. `difference` is what is wrong, where it can be shown. */
  | { readonly kind: 'known-mistake'; readonly feedback: string; readonly difference?: Refusal }
  | Refusal
  | { readonly kind: 'undecided'; readonly reason: string };

/** What is wrong with an answer, with the evidence. */
export type Refusal =
  /** The right rows in another order. `row` is the first that is out of place, from 1. */
  | ({ readonly kind: 'wrong-order'; readonly row: number; readonly found: readonly Cell[] } & Hint)
  /** The right rows, but the query does not sort them: any order they have is luck. */
  | { readonly kind: 'wrong-order'; readonly unsorted: true }
  | ({
      readonly kind: 'wrong-columns';
      readonly expectedCount: number;
      readonly foundCount: number;
      /** Only when the task names its columns. */
      readonly missing: readonly string[];
      readonly extra: readonly string[];
      /** The learner's own columns in the expected order, when only their order is wrong. */
      readonly wantedOrder?: readonly string[];
    } & Hint)
  | ({
      readonly kind: 'wrong-rows';
      readonly expectedCount: number;
      readonly foundCount: number;
      /** Rows of the learner's result that should not be there. */
      readonly extra: RowSample;
      /** How many expected rows are not in the learner's result; the rows themselves would give the answer away. */
      readonly missingCount: number;
    } & Hint)
  /** As many rows as expected, but some values differ. */
  | ({
      readonly kind: 'wrong-values';
      /** Columns that differ, as the learner's result names them. */
      readonly columns: readonly string[];
      /** Empty where one row is expected: its values are the answer. */
      readonly cells: readonly ChangedCell[];
      /** How many rows differ. */
      readonly rowCount: number;
    } & Hint)
  /** Right on the real data, but not on a small database of the same kind, which is shown. */
  | ({
      readonly kind: 'right-here-only';
      /** Only the columns that the two queries name. */
      readonly tables: readonly NamedSample[];
      readonly expected: MarkedTable;
      /** Left out when the query does not run there: then `error` says why. */
      readonly found?: MarkedTable;
      readonly error?: string;
    } & Pick<Hint, 'nearMiss'>)
  /** The right result by means that the task does not mean. */
  | {
      readonly kind: 'other-means';
      /** Constructs that the task asks for and the query does not use. */
      readonly lacks: readonly string[];
      /** Constructs that the task leaves out and the query uses. */
      readonly uses: readonly string[];
    }
  | { readonly kind: 'does-not-run'; readonly error: QueryError };

export type VerdictKind = Verdict['kind'];

/** The verdict in words: what a person reads first, and what to look at next. `code` and **bold** are marked. */
export interface VerdictWords {
  readonly headline: string;
  readonly body: string;
}
