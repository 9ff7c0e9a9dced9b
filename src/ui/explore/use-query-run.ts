import { useRef, useState } from 'react';
import type { Engine } from '#src/engine/engine.ts';
import type { Doing, Shown } from '../exercise/use-attempts.ts';

export interface QueryRun {
  readonly doing: Doing;
  readonly shown: Shown | undefined;
  readonly run: (text: string, columns: readonly string[]) => void;
}

/** Runs one query at a time. The code that does it is fetched when it is first needed. */
export function useQueryRun(engine: Engine): QueryRun {
  const [doing, setDoing] = useState<Doing>('nothing');
  const [shown, setShown] = useState<Shown>();
  // Two clicks in one tick would both see "nothing".
  const busy = useRef(false);

  const run = async (text: string, columns: readonly string[]) => {
    if (busy.current) return;
    busy.current = true;
    setDoing('run');
    setShown(await runQuery(engine, text, columns));
    busy.current = false;
    setDoing('nothing');
  };
  return { doing, shown, run: (text, columns) => void run(text, columns) };
}

async function runQuery(engine: Engine, text: string, columns: readonly string[]): Promise<Shown> {
  try {
    const { runAndLook } = await import('../query/run-and-look.ts');
    const { outcome, suspicions } = await runAndLook(engine, text, columns);
    const status = engine.status();
    // The engine never started: that is no fault of the query.
    return status.state === 'failed' ? { text, failure: status.message } : { text, outcome, suspicions };
  } catch (cause) {
    console.error(cause);
    return {
      text,
      failure:
        'Something went wrong on our side. Your text is kept. Try again; if that does not help, reload the page.',
    };
  }
}
