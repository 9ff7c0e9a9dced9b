import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { VerifierReply } from './verifier-worker.ts';
import type { VerifiedExercise } from './verify-authored.ts';

/** Threads that prove exercises, each with tables of its own. */
export interface VerifierPool {
  /** Proves the exercise of this id as soon as a thread is free. Rejects where our own code fails. */
  verify(id: string): Promise<VerifiedExercise>;
  close(): Promise<unknown>;
}

interface Job {
  readonly id: string;
  readonly settle: (reply: VerifierReply) => void;
}

/** @param root - The project whose lessons are proven. Threads start when there is work for them. */
export function createVerifierPool(root: string): VerifierPool {
  const waiting: Job[] = [];
  const workers: Worker[] = [];
  const idle: Worker[] = [];

  function assign() {
    while (waiting.length > 0) {
      const worker = idle.pop() ?? (workers.length < availableParallelism() ? start() : undefined);
      if (worker === undefined) return;
      const job = waiting.shift();
      if (job) void run(worker, job);
    }
  }

  function start(): Worker {
    const worker = new Worker(new URL('./verifier-worker.ts', import.meta.url), { workerData: root });
    workers.push(worker);
    return worker;
  }

  async function run(worker: Worker, { id, settle }: Job) {
    const { reply, isAlive } = await ask(worker, id);
    if (isAlive) idle.push(worker);
    else workers.splice(workers.indexOf(worker), 1);
    settle(reply);
    assign();
  }

  return {
    verify: (id) =>
      new Promise((resolve, reject) => {
        const settle = (reply: VerifierReply) =>
          reply.ok
            ? resolve(reply.verified)
            : reject(new Error(`Exercise "${id}" could not be verified.`, { cause: reply.error }));
        waiting.push({ id, settle });
        assign();
      }),
    close: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}

/** What a thread answers, or that it ended first. */
function ask(
  worker: Worker,
  id: string,
): Promise<{ readonly reply: VerifierReply; readonly isAlive: boolean }> {
  return new Promise((resolve) => {
    const onEnd = (error: unknown) => resolve({ reply: { ok: false, error }, isAlive: false });
    const onExit = () => onEnd(new Error('Its thread ended: perhaps memory ran out.'));
    // An error that nobody caught: the thread ends with it.
    worker.once('error', onEnd);
    worker.once('exit', onExit);
    worker.once('message', (reply: VerifierReply) => {
      worker.off('error', onEnd);
      worker.off('exit', onExit);
      resolve({ reply, isAlive: true });
    });
    worker.postMessage(id);
  });
}
