import type { Compare } from '#src/compare/compare-rules.ts';

/** A mistake the author foresees, with feedback of its own. */
export interface WrongAnswer {
  readonly answer: string;
  readonly feedback: string;
}

/** Constructs that an answer must use, and those it must do without. */
export interface MeansRules {
  readonly solution: string;
  readonly requires?: readonly string[];
  readonly refuses?: readonly string[];
}

/** The parts of an exercise that decide about an answer. */
export interface CheckedExercise extends MeansRules {
  readonly wrong: readonly WrongAnswer[];
  readonly compare: Compare;
}
