import type { Limited, EngineWork } from '../engine.ts';
import type { EngineWorker } from './start-worker.ts';

/** What came of work, and whether its worker can go on. */
export interface WorkerRun<T> {
  readonly outcome: Limited<T>;
  readonly spoiled: boolean;
  /** Whether the worker died, so that the same work may go well in another. */
  readonly died: boolean;
}

/**
 * Gives `work` the worker's database until it is done, the worker dies (`gone` where it does so without a word) or `stopped` says how it was ended. Rejects only
 * with what `work` itself throws.
 */
export async function runInWorker<T>(
  worker: EngineWorker,
  work: EngineWork<T>,
  stopped: Promise<Limited<T>>,
  gone: Promise<void>,
): Promise<WorkerRun<T>> {
  let spoiled = false;
  const dead: Limited<T> = {
    status: 'failed',
    message:
      'The query engine stopped by itself twice, so it was started again. Your text is kept. Your query may need more memory than your browser gives: try a smaller one.',
  };
  const died = Promise.race([worker.died, gone]).then(
    () => dead,
    () => dead,
  );
  const done = work(worker.database, () => (spoiled = true)).then((value): Limited<T> => ({
    status: 'ok',
    value,
  }));
  // A worker that was replaced never answers, so this may stay open for ever.
  done.catch(() => undefined);
  const outcome = await Promise.race([done, stopped, died]);
  return { outcome, spoiled: spoiled || outcome.status !== 'ok', died: outcome === dead };
}
