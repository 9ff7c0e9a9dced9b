import type { Difference, MarkedTable, RowSample } from '#src/compare/difference.ts';
import type { QueryError } from '#src/results/run-outcome.ts';

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
  | (Difference & Hint)
  /** The right rows, but the query does not sort them: any order they have is luck. */
  | { readonly kind: 'wrong-order'; readonly unsorted: true }
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
