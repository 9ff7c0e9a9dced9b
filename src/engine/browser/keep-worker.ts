import type { EngineStatus } from '../engine.ts';
import { ArrivalError } from './arrival-error.ts';
import type { EngineWorker } from './start-worker.ts';

/** Keeps one worker ready: the page's, and another in its place when it has to go. */
export interface WorkerKeeper {
  /** The worker, started when there is none. Undefined when that failed: `onFailed` was told why. */
  readonly ensure: () => Promise<EngineWorker | undefined>;
  readonly isCurrent: (worker: EngineWorker) => boolean;
  /** Ends a worker; when it is the one in use, another is started. */
  readonly replace: (worker: EngineWorker) => void;
  /** Ends the worker in use, or overtakes the one that starts, and starts another. */
  readonly restart: () => void;
}

type EngineFailed = Extract<EngineStatus, { readonly state: 'failed' }>;

export interface WorkerKeeperOptions {
  readonly start: () => Promise<EngineWorker>;
  readonly onStarting: () => void;
  readonly onReady: () => void;
  readonly onFailed: (failed: EngineFailed) => void;
}

/** Nothing starts before the first `ensure`. */
export function createWorkerKeeper(options: WorkerKeeperOptions): WorkerKeeper {
  const { start, onStarting, onReady, onFailed } = options;
  let starting: Promise<EngineWorker | undefined> | undefined;
  let current: EngineWorker | undefined;
  /** Counts launches: a launch that another one has overtaken must not be used. */
  let launches = 0;

  async function launch(): Promise<EngineWorker | undefined> {
    const launched = ++launches;
    onStarting();
    try {
      const worker = await start();
      if (launched !== launches) {
        worker.terminate();
        return starting;
      }
      current = worker;
      onReady();
      return worker;
    } catch (cause) {
      if (launched !== launches) return starting;
      starting = undefined;
      console.error(cause);
      onFailed(
        cause instanceof ArrivalError
          ? { state: 'failed', message: cause.message, reload: cause.reload }
          : {
              state: 'failed',
              message:
                'The query engine could not start in this browser. Your text is kept. Close other tabs or programs, then try again.',
            },
      );
      return undefined;
    }
  }

  function restart(): void {
    current?.terminate();
    current = undefined;
    starting = launch();
  }

  return {
    ensure: () => (starting ??= launch()),
    isCurrent: (worker) => worker === current,
    replace: (worker) => {
      if (worker === current) restart();
      else worker.terminate();
    },
    restart,
  };
}
