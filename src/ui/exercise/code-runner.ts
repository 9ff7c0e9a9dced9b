import type { ZodMiniType } from 'zod/mini';
import type { Verdict, VerdictWords } from '#src/checker/verdict.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { Engine } from '#src/engine/engine.ts';
import type { AnswerKeyBase } from '#src/exercises/exercise-base.ts';
import type { RunOutcome } from '#src/results/run-outcome.ts';
import type { CodeLanguage } from '#src/words/code-words.ts';
import type { TextRunner } from '../run/text-runner.ts';

/** What a check says of an answer. */
export interface AnswerJudgement {
  readonly verdict: Verdict;
  readonly words: VerdictWords;
}

/** An answer that was run, to be judged. */
export interface RunAnswer<Key> {
  readonly text: string;
  /** What came of running it for the learner to see. */
  readonly outcome: RunOutcome;
  readonly key: Key;
}

/** How answers to one exercise are run and judged on a page. All code that does it is fetched when it is first needed. */
export interface CodeRunner<Key extends AnswerKeyBase> extends TextRunner {
  readonly language: CodeLanguage;
  readonly loadKeySchema: () => Promise<ZodMiniType<Key>>;
  /** Has what runs and judges fetched beside the engine, so that then nothing more is asked of the network. */
  readonly loadAhead: () => void;
  /** A check that was stopped or took too long is undecided, never wrong. */
  readonly judge: (answer: RunAnswer<Key>, signal: AbortSignal) => Promise<AnswerJudgement>;
  /** The model answer in SQL: its result is the expected one. */
  readonly toModelQuery: (key: Key) => string;
}

/** What a runner is made of. */
export interface RunnerPlace<Outline> {
  readonly engine: Engine;
  readonly exercise: Outline;
  /** Those that an answer may use. */
  readonly tables: readonly TableDescriptor[];
}
