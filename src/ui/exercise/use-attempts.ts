import type { AnswerKeyBase } from '#src/exercises/exercise-base.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { Engine } from '#src/engine/engine.ts';
import type { Verdict } from '#src/checker/verdict.ts';
import type { RunOutcome } from '#src/results/run-outcome.ts';
import type { Doing, ShownRun } from '../run/shown-run.ts';
import { useRun } from '../run/use-run.ts';
import type { CodeRunner, AnswerJudgement } from './code-runner.ts';
import { pageParts } from './loading/page-parts.ts';

/** What the checker said of an answer. */
export interface JudgedAnswer extends AnswerJudgement {
  readonly explain: string;
  /** How many rows the learner's result has; 0 where the answer did not run. */
  readonly foundCount: number;
  /** All of this check as text, for somebody who thinks that it is wrong. */
  readonly makeReport: () => Promise<string>;
}

export interface Attempts {
  readonly doing: Doing;
  readonly shown: ShownRun<JudgedAnswer> | undefined;
  readonly run: (text: string) => void;
  readonly check: (text: string) => void;
  readonly stop: () => void;
}

interface AttemptOptions<Key extends AnswerKeyBase> {
  readonly runner: CodeRunner<Key>;
  /** Gives the expected result for reports. */
  readonly engine: Engine;
  readonly exercise: { readonly id: string; readonly version: string };
  /** Those that an answer may use. */
  readonly tables: readonly TableDescriptor[];
  readonly loadKey: () => Promise<Key>;
  readonly onVerdict: (text: string, verdict: Verdict) => void;
}

/** Runs and checks answers that are code. */
export function useAttempts<Key extends AnswerKeyBase>(options: AttemptOptions<Key>): Attempts {
  const { runner, engine, exercise, tables, loadKey, onVerdict } = options;
  const { doing, shown, run, check, stop } = useRun<JudgedAnswer>(runner);

  const judge = async (text: string, outcome: RunOutcome, signal: AbortSignal): Promise<JudgedAnswer> => {
    const key = await loadKey();
    const judged = await runner.judge({ text, outcome, key }, signal);
    const solution = runner.toModelQuery(key);
    const reported = { engine, exercise, solution, tables, text, outcome, ...judged };
    const makeReport = async () => (await pageParts.makeReport()).makeReport(reported);
    const foundCount = outcome.status === 'ok' ? outcome.table.rowCount : 0;
    onVerdict(text, judged.verdict);
    return { ...judged, explain: key.explain, foundCount, makeReport };
  };

  return {
    doing,
    shown,
    run,
    check: (text) => check(text, (outcome, signal) => judge(text, outcome, signal)),
    stop,
  };
}
