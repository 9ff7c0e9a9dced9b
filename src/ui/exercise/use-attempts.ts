import type { Verdict, VerdictWords } from '#src/checker/verdict.ts';
import type { Engine } from '#src/engine/engine.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { PanelOutline } from '#src/exercises/exercise-base.ts';
import type { SqlOutline } from '#src/exercises/sql/outline.ts';
import type { RunOutcome } from '#src/results/run-outcome.ts';
import type { Doing, ShownRun } from '../query/shown-run.ts';
import { useRun } from '../query/use-run.ts';
import { pageParts } from './loading/page-parts.ts';
import type { SqlKey } from '#src/exercises/sql/answer-key.ts';

/** What the checker said of a query. */
export interface JudgedQuery {
  readonly verdict: Verdict;
  readonly words: VerdictWords;
  readonly explain: string;
  /** How many rows the learner's result has; 0 where the query did not run. */
  readonly foundCount: number;
  /** All of this check as text, for somebody who thinks that it is wrong. */
  readonly makeReport: () => Promise<string>;
}

export interface Attempts {
  readonly doing: Doing;
  readonly shown: ShownRun<JudgedQuery> | undefined;
  readonly run: (text: string) => void;
  readonly check: (text: string) => void;
  readonly stop: () => void;
}

interface AttemptOptions {
  readonly engine: Engine;
  readonly exercise: PanelOutline<SqlOutline>;
  /** Those that a query may use. */
  readonly tables: readonly TableDescriptor[];
  readonly loadKey: () => Promise<SqlKey>;
  readonly onVerdict: (text: string, verdict: Verdict) => void;
}

/** Runs and checks answers to an SQL exercise. The code that judges is fetched when it is first needed. */
export function useAttempts(options: AttemptOptions): Attempts {
  const { engine, exercise, tables, loadKey, onVerdict } = options;
  const { doing, shown, run, check, stop } = useRun<JudgedQuery>(engine);
  const columns = tables.flatMap((table) => table.columns.map(({ name }) => name));

  const judge = async (text: string, outcome: RunOutcome, signal: AbortSignal): Promise<JudgedQuery> => {
    const key = await loadKey();
    const { judgeAnswer } = await pageParts.judgeAnswer();
    // It was stopped while these were on their way: then it is no attempt.
    signal.throwIfAborted();
    const judged = await judgeAnswer({ engine, exercise, key, tables, text, outcome });
    const reported = { engine, exercise, solution: key.solution, tables, text, outcome, ...judged };
    const makeReport = async () => (await pageParts.makeReport()).makeReport(reported);
    const foundCount = outcome.status === 'ok' ? outcome.table.rowCount : 0;
    onVerdict(text, judged.verdict);
    return { ...judged, explain: key.explain, foundCount, makeReport };
  };

  return {
    doing,
    shown,
    run: (text) => run(text, columns),
    check: (text) => check(text, columns, (outcome, signal) => judge(text, outcome, signal)),
    stop,
  };
}
