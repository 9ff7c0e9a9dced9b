import type { Cell } from '#src/results/cell.ts';
import type { Column } from '#src/results/result-table.ts';

/** A few rows that show a difference, and how many there are in all. */
export interface RowSample {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly rowCount: number;
}

/** One place where the values differ: the row number counts from 1 in the learner's result. */
export interface ChangedCell {
  readonly row: number;
  /** The values of a column that tells the rows apart, of text where there is one; empty without such a column. */
  readonly name: readonly Cell[];
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

/** The right rows in another order. `row` is the first that is out of place, from 1. */
export interface WrongOrder {
  readonly kind: 'wrong-order';
  readonly row: number;
  readonly found: readonly Cell[];
}

export interface WrongColumns {
  readonly kind: 'wrong-columns';
  readonly expectedCount: number;
  readonly foundCount: number;
  /** Only when the task names its columns. */
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  /** The learner's own columns in the expected order, when only their order is wrong. */
  readonly wantedOrder?: readonly string[];
}

export interface WrongRows {
  readonly kind: 'wrong-rows';
  readonly expectedCount: number;
  readonly foundCount: number;
  /** Rows of the learner's result that should not be there. */
  readonly extra: RowSample;
  /** How many expected rows are not in the learner's result; the rows themselves would give the answer away. */
  readonly missingCount: number;
  /** Given when every row is an expected one and only stands too often; `each` when all stand as often as each other. */
  readonly repeats?: { readonly each?: number };
}

/** As many rows as expected, but some values differ. */
export interface WrongValues {
  readonly kind: 'wrong-values';
  /** Columns that differ, as the learner's result names them. */
  readonly columns: readonly string[];
  /** Where they stand in it, from 1. */
  readonly places: readonly number[];
  /** Empty where one row is expected: its values are the answer. */
  readonly cells: readonly ChangedCell[];
  /** How many rows differ. */
  readonly rowCount: number;
}

/** How a result differs from the expected one, with the evidence. */
export type Difference = WrongOrder | WrongColumns | WrongRows | WrongValues;

/** What a comparison finds. `undecided` where no certain difference can be told. */
export type ComparisonFinding =
  Difference | { readonly kind: 'correct' } | { readonly kind: 'undecided'; readonly reason: string };
