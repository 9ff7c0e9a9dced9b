import type { RankedAnswer } from '#src/syntax/rank-rows.ts';
import type { PipelineChange } from './pipeline-change.ts';
import type { Witness } from '#src/witnesses/witness.ts';

/** The result of a slip in a pipeline, known by its fingerprint, and what a text must show before the slip is named. */
export interface PipelineSlip extends PipelineChange {
  readonly fingerprint: string;
  /** What the learner reads: the author's feedback, or a sentence that says where to look. Never the answer. */
  readonly words: string;
  /** Whether the author foresaw it. */
  readonly declared: boolean;
}

/** What the build adds to an exercise so that a pipeline can be judged beyond the real data. */
export interface PipelineChecks {
  /** The model answer in SQL, taken apart by its ORDER BY and LIMIT; absent where it has no order. */
  readonly ranked?: RankedAnswer;
  readonly slips: readonly PipelineSlip[];
  readonly witnesses: readonly (Witness & { readonly slips: readonly PipelineSlip[] })[];
}
