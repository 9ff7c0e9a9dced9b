import { useRef, useState } from 'react';
import type { RunOutcome } from '#src/results/run-outcome.ts';
import { toFailure } from '../failure/to-failure.ts';
import type { Doing, ShownRun } from './shown-run.ts';
import type { TextRunner } from './text-runner.ts';

/** Running and checking texts, one at a time: while one is under way, asking for another does nothing. */
export interface RunHandle<Judged = never> {
  readonly doing: Doing;
  readonly shown: ShownRun<Judged> | undefined;
  readonly run: (text: string) => void;
  /** Runs a text, then has what came of it judged, unless it was stopped. */
  readonly check: (text: string, judge: Judge<Judged>) => void;
  readonly stop: () => void;
}

/** Says what it found. What it throws is shown as a failure. `signal` tells that the person no longer wants to know. */
export type Judge<Judged> = (outcome: RunOutcome, signal: AbortSignal) => Promise<Judged>;

/** So long a runner may take to say what it had when it was stopped, in milliseconds. */
const lastWordMs = 100;

/** Runs texts as `runner` does. It may be another at each drawing: a run keeps the one that it began with. */
export function useRun<Judged = never>(runner: TextRunner): RunHandle<Judged> {
  const [doing, setDoing] = useState<Doing>('nothing');
  const [shown, setShown] = useState<ShownRun<Judged>>();
  // Two clicks in one tick would both see "nothing".
  const busy = useRef<AbortController>(undefined);

  const begin = async (text: string, judge?: Judge<Judged>) => {
    if (busy.current) return;
    const controller = new AbortController();
    const { signal } = controller;
    busy.current = controller;
    const attempted = judge ? 'check' : 'run';
    setDoing(attempted);
    let found: ShownRun<Judged> = { text, attempted };
    const work = async () => {
      found = { ...found, ...(await runner.run(text, signal)) };
      const { outcome } = found;
      if (judge && outcome && outcome.status !== 'timeout' && outcome.status !== 'cancelled')
        found = { ...found, judged: await judge(outcome, signal) };
      return found;
    };
    try {
      // Code or an answer key that stands still would hold up the person for ever.
      found = await Promise.race([work(), whenStopped(signal)]);
    } catch (cause) {
      if (signal.aborted) found = toStopped(found);
      else {
        console.error(cause);
        found = { ...found, ...toFailure(cause) };
      }
    }
    busy.current = undefined;
    setDoing('nothing');
    setShown(found);
  };

  return {
    doing,
    shown,
    run: (text) => void begin(text),
    check: (text, judge) => void begin(text, judge),
    stop() {
      busy.current?.abort();
      runner.stop();
    },
  };
}

/** Rejects a moment after the signal: what has an outcome of its own comes first. */
function whenStopped(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) =>
    signal.addEventListener('abort', () => setTimeout(() => reject(signal.reason as Error), lastWordMs), {
      once: true,
    }),
  );
}

function toStopped<Judged>(found: ShownRun<Judged>): ShownRun<Judged> {
  return found.outcome
    ? { ...found, failure: 'The check was stopped. Check again when you are ready.' }
    : { ...found, outcome: { status: 'cancelled' } };
}
