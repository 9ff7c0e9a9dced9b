import { useRef, useState } from 'react';
import type { Engine } from '#src/engine/engine.ts';
import type { RunOutcome } from '#src/results/run-outcome.ts';
import { faultWords } from '../text/fault-words.ts';
import type { Doing, ShownRun } from './shown-run.ts';

/** Running and checking queries, one at a time: while one is under way, asking for another does nothing. */
export interface RunHandle<Judged = never> {
  readonly doing: Doing;
  readonly shown: ShownRun<Judged> | undefined;
  /** Runs a text and looks for slips in it. `columns` are the names it may use. */
  readonly run: (text: string, columns: readonly string[]) => void;
  /** Runs a text, then has what came of it judged, unless it was stopped. */
  readonly check: (text: string, columns: readonly string[], judge: Judge<Judged>) => void;
  readonly stop: () => void;
}

/** Says what it found, or in a sentence for the learner why it could not. What it throws is shown as our own fault. */
export type Judge<Judged> = (
  outcome: RunOutcome,
) => Promise<{ readonly judged: Judged } | { readonly failure: string }>;

/** Runs queries on a page's engine. The code that does it is fetched when it is first needed. */
export function useRun<Judged = never>(engine: Engine): RunHandle<Judged> {
  const [doing, setDoing] = useState<Doing>('nothing');
  const [shown, setShown] = useState<ShownRun<Judged>>();
  // Two clicks in one tick would both see "nothing".
  const busy = useRef(false);

  const begin = async (text: string, columns: readonly string[], judge?: Judge<Judged>) => {
    if (busy.current) return;
    busy.current = true;
    const attempted = judge ? 'check' : 'run';
    setDoing(attempted);
    let found: ShownRun<Judged> = { text, attempted };
    try {
      found = { ...found, ...(await runInEngine(engine, text, columns)) };
      const { outcome } = found;
      if (judge && outcome && outcome.status !== 'timeout' && outcome.status !== 'cancelled') {
        found = { ...found, ...(await judge(outcome)) };
      }
    } catch (cause) {
      console.error(cause);
      found = { ...found, failure: faultWords(cause) };
    }
    busy.current = false;
    setDoing('nothing');
    setShown(found);
  };

  return {
    doing,
    shown,
    run: (text, columns) => void begin(text, columns),
    check: (text, columns, judge) => void begin(text, columns, judge),
    stop: engine.stop,
  };
}

type RunPart = Pick<ShownRun, 'outcome' | 'suspicions'> | Pick<ShownRun, 'failure'>;

async function runInEngine(engine: Engine, text: string, columns: readonly string[]): Promise<RunPart> {
  const { runAndLook } = await import('./run-and-look.ts');
  const { outcome, suspicions } = await runAndLook(engine, text, columns);
  const status = engine.status();
  // The engine never started: that is no fault of the query.
  return status.state === 'failed' ? { failure: status.message } : { outcome, suspicions };
}
