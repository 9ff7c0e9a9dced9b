import { randomHex } from '#src/words/random-hex.ts';

/** Whether a worker lives. A browser may end one without a word: it then answers nothing, as a slow query does. */
export interface WorkerLife {
  /**
   * Asks a worker that has nothing to do for a sign, waits `limitMs` for it, and then keeps watch while it works. Undefined
   * when it gave no sign.
   */
  readonly watch: (limitMs: number) => Promise<WorkerWatch | undefined>;
}

export interface WorkerWatch {
  /** Resolves when the worker is gone. It stays open for ever on plain http, where a browser has no locks. */
  readonly gone: Promise<void>;
  readonly end: () => void;
}

/** @param port the page's end of the channel that the worker was given: see `node/worker-script.ts` */
export function watchWorkerLife(port: MessagePort): WorkerLife {
  port.start();

  function ask(message: object, limitMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (alive: boolean) => {
        clearTimeout(timer);
        port.removeEventListener('message', onSign);
        resolve(alive);
      };
      const onSign = () => end(true);
      // A page that was busy itself looks first at what has come meanwhile.
      const timer = setTimeout(() => setTimeout(() => end(false), 0), limitMs);
      port.addEventListener('message', onSign);
      port.postMessage(message);
    });
  }

  return {
    async watch(limitMs) {
      const name = `engine-${randomHex()}`;
      if (!(await ask({ hold: name }, limitMs))) return undefined;
      const { locks } = navigator as Partial<Pick<Navigator, 'locks'>>;
      const waiting = new AbortController();
      // A browser gives a worker's lock to the next in line when the worker is gone, and tells it in no other way.
      const gone = new Promise<void>((resolve) => {
        locks?.request(name, { signal: waiting.signal }, () => resolve()).catch(() => undefined);
      });
      return {
        gone,
        // Only while it works: a page that holds a lock is not kept for the way back.
        end() {
          waiting.abort();
          port.postMessage({ release: name });
        },
      };
    },
  };
}
