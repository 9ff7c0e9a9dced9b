import type { Witness } from '#src/witnesses/witness.ts';
import type { RankedAnswer } from '#src/syntax/rank-rows.ts';
import type { TextChange } from './causes/text-change.ts';

/** A result that a common slip gives, known by its fingerprint, which several slips may share. */
export interface NearMiss {
  /** As `toFingerprint` makes it from the result on the real data, or on the witness that holds it. */
  readonly fingerprint: string;
  /** What to look at. Never the answer. */
  readonly sentence: string;
  /** What a text must show to be told of it. */
  readonly change: TextChange;
}

/** A query that is right too. */
export interface Reading {
  readonly sql: string;
  /** The same query taken apart by its ORDER BY and LIMIT, where it can be. */
  readonly ranked?: RankedAnswer;
}

/** What the build adds to an exercise so that the browser can judge an answer beyond the real data. */
export interface CompiledChecks {
  /** The model answer taken apart by its ORDER BY and LIMIT; absent when it has no order, or one that cannot be taken apart. */
  readonly ranked?: RankedAnswer;
  /** The same of each declared wrong answer, in their order; null for those without. */
  readonly rankedWrong?: readonly (RankedAnswer | null)[];
  /** Small databases on which an answer must give the model answer's result too. Empty when the exercise cannot use them. */
  readonly witnesses: readonly CompiledWitness[];
  /** The alternatives, and other fair readings of the task: on rows that were made for one answer each of them is right too. */
  readonly readings?: readonly Reading[];
  /** Places of the declared wrong answers that are right on the real data: only a witness tells them. */
  readonly wrongOnWitnesses?: readonly number[];
  readonly nearMisses: readonly NearMiss[];
}

/** A witness, and the results on it of the slips that the real data do not show. */
export interface CompiledWitness extends Witness {
  readonly nearMisses: readonly NearMiss[];
}
