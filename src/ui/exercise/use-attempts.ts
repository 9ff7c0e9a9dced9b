import { useRef, useState } from 'react';
import type { Verdict, VerdictWords } from '#src/checker/verdict.ts';
import type { Engine } from '#src/engine/engine.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { ExerciseOutline } from '#src/exercises/sql/outline.ts';
import type { RunOutcome } from '#src/results/run-outcome.ts';
import type { CheckKey } from './check-key.ts';

/** What is under way. */
export type Doing = 'nothing' | 'run' | 'check';

/** What came of the last run or check. Everything in it is about `text`. */
export interface Shown {
  readonly text: string;
  readonly outcome?: RunOutcome;
  /** Sentences on what looks like a slip in a query that ran. */
  readonly suspicions?: readonly string[];
  readonly judged?: {
    readonly verdict: Verdict;
    readonly words: VerdictWords;
    readonly explain: string;
    /** All of this check as text, for somebody who thinks that it is wrong. */
    readonly makeReport: () => Promise<string>;
  };
  /** Why it could not be done, when that was not the learner's doing. */
  readonly failure?: string;
  readonly attempted?: 'run' | 'check';
}

export interface Attempts {
  readonly doing: Doing;
  readonly shown: Shown | undefined;
  readonly run: (text: string) => void;
  readonly check: (text: string) => void;
  readonly stop: () => void;
}

interface Options {
  readonly engine: Engine;
  readonly exercise: ExerciseOutline;
  /** Those that a query may use. */
  readonly tables: readonly TableDescriptor[];
  readonly loadKey: () => Promise<CheckKey>;
  readonly onVerdict: (text: string, verdict: Verdict) => void;
}

/** Runs and checks answers, one at a time. The code that does it is fetched when it is first needed. */
export function useAttempts({ engine, exercise, tables, loadKey, onVerdict }: Options): Attempts {
  const [doing, setDoing] = useState<Doing>('nothing');
  const [shown, setShown] = useState<Shown>();
  // Two clicks in one tick would both see "nothing".
  const busy = useRef(false);

  const columns = tables.flatMap((table) => table.columns.map(({ name }) => name));
  const attempt = async (what: 'run' | 'check', text: string) => {
    if (busy.current) return;
    busy.current = true;
    setDoing(what);
    let found: Shown = { text };
    try {
      found = await runAnswer(engine, text, columns);
      const { outcome } = found;
      if (what === 'check' && outcome && outcome.status !== 'timeout' && outcome.status !== 'cancelled') {
        const key = await loadKey();
        const { judgeAnswer } = await import('./judge-answer.ts');
        const judged = await judgeAnswer({ engine, exercise, key, tables, text, outcome });
        const check = { engine, exercise, solution: key.solution, tables, text, outcome, ...judged };
        const makeReport = async () => (await import('./make-report.ts')).makeReport(check);
        found = { ...found, judged: { ...judged, explain: key.explain, makeReport } };
        onVerdict(text, judged.verdict);
      }
    } catch (cause) {
      console.error(cause);
      found = { ...found, failure: toSentence(cause) };
    }
    busy.current = false;
    setDoing('nothing');
    setShown({ ...found, attempted: what });
  };

  return {
    doing,
    shown,
    run: (text) => void attempt('run', text),
    check: (text) => void attempt('check', text),
    stop: engine.stop,
  };
}

async function runAnswer(engine: Engine, text: string, columns: readonly string[]): Promise<Shown> {
  const { runAndLook } = await import('../query/run-and-look.ts');
  const { outcome, suspicions } = await runAndLook(engine, text, columns);
  const status = engine.status();
  // The engine never started: that is no fault of the query.
  return status.state === 'failed' ? { text, failure: status.message } : { text, outcome, suspicions };
}

function toSentence(cause: unknown): string {
  if (cause instanceof Error && cause.name === 'KeyError') return cause.message;
  return 'Something went wrong on our side. Your text is kept. Try again; if that does not help, reload the page.';
}
