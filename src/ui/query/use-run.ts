import { useRef, useState } from 'react';
import type { Engine } from '#src/engine/engine.ts';
import type { RunOutcome } from '#src/results/run-outcome.ts';
import { pageParts } from '../exercise/loading/page-parts.ts';
import { toFailure } from '../failure/to-failure.ts';
import type { ShownFailure } from '../failure/to-failure.ts';
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

/** Says what it found. What it throws is shown as a failure. `signal` tells that the person no longer wants to know. */
export type Judge<Judged> = (outcome: RunOutcome, signal: AbortSignal) => Promise<Judged>;

/** So long the engine may take to say what it had when it was stopped, in milliseconds. */
const lastWordMs = 100;

/** Runs queries on a page's engine. The code that does it is fetched when it is first needed. */
export function useRun<Judged = never>(engine: Engine): RunHandle<Judged> {
  const [doing, setDoing] = useState<Doing>('nothing');
  const [shown, setShown] = useState<ShownRun<Judged>>();
  // Two clicks in one tick would both see "nothing".
  const busy = useRef<AbortController>(undefined);

  const begin = async (text: string, columns: readonly string[], judge?: Judge<Judged>) => {
    if (busy.current) return;
    const controller = new AbortController();
    const { signal } = controller;
    busy.current = controller;
    const attempted = judge ? 'check' : 'run';
    setDoing(attempted);
    let found: ShownRun<Judged> = { text, attempted };
    const work = async () => {
      found = { ...found, ...(await runInEngine(engine, text, columns, signal)) };
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
    run: (text, columns) => void begin(text, columns),
    check: (text, columns, judge) => void begin(text, columns, judge),
    stop() {
      busy.current?.abort();
      engine.stop();
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

type RunPart = Pick<ShownRun, 'outcome' | 'suspicions'> | ShownFailure;

async function runInEngine(
  engine: Engine,
  text: string,
  columns: readonly string[],
  signal: AbortSignal,
): Promise<RunPart> {
  const { runAndLook } = await pageParts.runAndLook();
  signal.throwIfAborted();
  const { outcome, suspicions } = await runAndLook(engine, text, columns);
  const status = engine.status();
  // The engine never started: that is no fault of the query.
  return status.state === 'failed'
    ? { failure: status.message, reload: status.reload ?? false }
    : { outcome, suspicions };
}
