import type { z } from 'zod';
import type { ZodMiniType } from 'zod/mini';
import type { Finding } from '#src/authored/finding.ts';
import type { Database } from '#src/results/database.ts';
import type { AnswerKeyBase, ExerciseBase, OutlineBase } from './exercise-base.ts';
import type { PlainVerdict } from './verdict.ts';

/**
 * One kind of exercise: all that the site needs to know of it but how it looks (its folder `ui/`).
 *
 * @typeParam E - the exercise as its file holds it
 * @typeParam B - what the build adds: results of queries, accepted orders
 * @typeParam O - the outline: what stands in the page
 * @typeParam K - the answer key: what is fetched to judge an answer
 */
export interface ExerciseKind<E extends ExerciseBase, B, O extends OutlineBase, K extends AnswerKeyBase> {
  /** What the file holds, without `id` and `version`, which come from its path and content. */
  readonly schema: z.ZodType<Omit<E, 'id' | 'version'>>;
  readonly toOutline: (exercise: E, built: B) => O;
  readonly toAnswerKey: (exercise: E, built: B) => K;
  readonly answerKeySchema: ZodMiniType<K>;
  /** The rules by which an answer is judged, in sentences for the learner. */
  readonly toWhatWeCheck: (exercise: E) => string[];
  readonly toAnswerNotes: (exercise: E, built: B) => AnswerNotes;
  /** The queries whose results decide what is right and what the page prints: new figures may change them. */
  readonly toQueries: (exercise: E) => readonly string[];
}

/** A kind whose answers are judged without an engine, and proven by the build on the real data. */
export interface PlainKind<
  E extends ExerciseBase,
  B,
  O extends OutlineBase,
  K extends AnswerKeyBase,
> extends ExerciseKind<E, B, O, K> {
  /** What is said of an answer. Never throws: any text may have been kept from another day. */
  readonly judge: (answer: string, key: K) => PlainVerdict;
  /**
   * Proves the exercise on the real tables.
   *
   * @param database - native DuckDB with the exercise's tables under plain names
   */
  readonly verify: (database: Database, exercise: E) => Promise<Verified<B>>;
}

/** What the build made of an exercise, and what its author must mend. Without `built` nothing can be shown or judged. */
export interface Verified<B> {
  readonly built?: B;
  readonly findings: readonly Finding[];
  /** How many answers were proven to be accepted. */
  readonly accepted: number;
  /** How many wrong answers were proven to be refused with words of their own. */
  readonly refused: number;
}

/** An exercise's answers as a facilitator reads them. */
export interface AnswerNotes {
  readonly isCode: boolean;
  readonly answer: string;
  /** Other answers that are accepted. */
  readonly alternatives: readonly string[];
  readonly mistakes: readonly { readonly answer: string; readonly feedback: string }[];
}
