import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { toUndecidedReason } from '#src/checker/undecided-reason.ts';
import { timeLimitMs } from '#src/engine/time-limit.ts';
import type { Built } from '#src/exercises/kinds.ts';
import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import { toVerdictWords } from '#src/exercises/sql/verdict-words.ts';
import type { RunPipeline } from './run-pipeline.ts';
import type { JudgeReply, JudgeRequest } from './judge-process.ts';
import { openLessonJudge, type Judgement, type LessonJudge } from './open-lesson-judge.ts';

/** Beyond the limit: undoing what was done, and handing over the verdict. */
const graceMs = 1_000;
/** Starting the process and opening the tables, before the time of the judgement begins. */
const startLimitMs = 120_000;

/**
 * As `openLessonJudge`, but queries are judged in a process of their own that is ended when it outlives its limit, as
 * the page ends a worker: whatever is asked, a judgement comes.
 *
 * @param options.limitMs how long the run and the check may take together
 * @param options.runPipeline where pipelines run, with a limit of their own; without it they are not judged
 */
export async function openEndableJudge(
  root: string,
  builtOf: (id: string) => Promise<Built | undefined>,
  {
    limitMs = timeLimitMs,
    runPipeline,
  }: { readonly limitMs?: number; readonly runPipeline?: RunPipeline } = {},
): Promise<LessonJudge> {
  const here = await openLessonJudge(root, builtOf, { limitMs, ...(runPipeline && { runPipeline }) });
  let child: ChildProcess | undefined;
  const end = () => {
    child?.kill('SIGKILL');
    child = undefined;
  };

  const judgeThere = async (exercise: SqlExercise, answer: string): Promise<Judgement> => {
    child ??= fork(join(import.meta.dirname, 'judge-process.ts'), { serialization: 'advanced' });
    const request: JudgeRequest = {
      root,
      limitMs,
      exercise: exercise.id,
      answer,
      built: await builtOf(exercise.id),
    };
    const { begun, judgement } = listen(child);
    child.send(request);
    if (!(await inTime(begun, startLimitMs))) {
      end();
      throw new Error('The process that judges queries did not start.');
    }
    const startedAt = performance.now();
    const judged = await inTime(judgement, limitMs + graceMs);
    if (judged) return judged;
    end();
    const verdict = { kind: 'undecided' as const, reason: toUndecidedReason('stopped') };
    const words = toVerdictWords(verdict);
    return { exercise: exercise.id, verdict, words, elapsedMs: performance.now() - startedAt };
  };

  return {
    ...here,
    judge: (exercise, answer) =>
      exercise.kind === 'sql' ? judgeThere(exercise, answer) : here.judge(exercise, answer),
    close() {
      end();
      here.close();
    },
  };
}

/** What the process says of one request. Undefined when it ends before. */
function listen(child: ChildProcess) {
  const begun = Promise.withResolvers<true | undefined>();
  const judgement = Promise.withResolvers<Judgement | undefined>();
  const hear = (reply: JudgeReply) => {
    begun.resolve(true);
    if (!('judgement' in reply)) return;
    judgement.resolve(reply.judgement);
    child.off('message', hear).off('exit', leave);
  };
  const leave = () => {
    begun.resolve(undefined);
    judgement.resolve(undefined);
  };
  child.on('message', hear).once('exit', leave);
  return { begun: begun.promise, judgement: judgement.promise };
}

/** Undefined when it does not come in time. */
async function inTime<T>(wait: Promise<T>, limitMs: number): Promise<T | undefined> {
  const stop = new AbortController();
  try {
    return await Promise.race([wait, setTimeout(limitMs, undefined, { signal: stop.signal })]);
  } finally {
    stop.abort();
  }
}
