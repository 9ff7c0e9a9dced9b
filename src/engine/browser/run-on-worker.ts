import type { EngineStatus, EngineWork, Limited } from '../engine.ts';
import type { WorkerKeeper } from './keep-worker.ts';
import { runInWorker } from './run-in-worker.ts';
import type { WorkerRun } from './run-in-worker.ts';
import type { EngineWorker } from './start-worker.ts';
import type { WorkerWatch } from './worker-life.ts';

interface Run<T> {
  readonly keeper: WorkerKeeper;
  readonly status: () => EngineStatus;
  readonly setStatus: (status: EngineStatus) => void;
  readonly work: EngineWork<T>;
  /** Counts from when the work begins. */
  readonly limitMs: number;
  /** How it ends when the person stops it. */
  readonly cancelled: Promise<Limited<T>>;
}

/**
 * Does work on the worker that is kept, and replaces one that cannot go on. A worker that died, idle or at work, is no fault of
 * the work, as far as anybody knows: it is done once more on another.
 */
export async function runOnWorker<T>(run: Run<T>): Promise<Limited<T>> {
  const first = await runOnce(run);
  return (first.died ? await runOnce(run) : first).outcome;
}

async function runOnce<T>(run: Run<T>): Promise<WorkerRun<T>> {
  const { keeper, status, setStatus, work, limitMs, cancelled } = run;
  const found = await ensureLiving(keeper, cancelled);
  if (!found) {
    const now = status();
    const message = now.state === 'failed' ? now.message : '';
    return { outcome: { status: 'failed', message }, spoiled: false, died: false };
  }
  if (!('worker' in found)) return { outcome: found, spoiled: false, died: false };
  const { worker, watch } = found;

  setStatus({ state: 'busy' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<Limited<T>>((resolve) => {
    timer = setTimeout(() => resolve({ status: 'timeout', limitMs }), limitMs);
  });
  try {
    const done = await runInWorker(worker, work, Promise.race([cancelled, timeUp]), watch.gone);
    if (done.spoiled) keeper.replace(worker);
    else if (keeper.isCurrent(worker)) setStatus({ state: 'ready' });
    return done;
  } catch (cause) {
    keeper.replace(worker);
    throw cause;
  } finally {
    clearTimeout(timer);
    watch.end();
  }
}

interface Watched {
  readonly worker: EngineWorker;
  readonly watch: WorkerWatch;
}

/** So many workers may be found dead one after another. */
const mostDead = 3;

/** A worker that lives. One may have died while nobody asked: then another is started. */
async function ensureLiving<T>(
  keeper: WorkerKeeper,
  cancelled: Promise<Limited<T>>,
): Promise<Watched | Limited<T> | undefined> {
  for (let dead = 0; dead < mostDead; dead++) {
    const worker = await Promise.race([cancelled, keeper.ensure()]);
    if (!worker || !('database' in worker)) return worker;
    const watch = await Promise.race([cancelled, worker.watch()]);
    if (watch) return 'gone' in watch ? { worker, watch } : watch;
    keeper.replace(worker);
  }
  return {
    status: 'failed',
    message:
      'This browser ends the query engine again and again. Your text is kept. Close other tabs or programs, then try again.',
  };
}
