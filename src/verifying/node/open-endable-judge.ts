import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { toUndecidedReason } from '#src/checker/undecided-reason.ts';
import { isPlain, type Built, type Exercise } from '#src/exercises/kinds.ts';
import { toVerdictWords } from '#src/exercises/sql/verdict-words.ts';
import type { JudgeRequest } from './judge-process.ts';
import { openLessonJudge, timeLimitMs, type Judgement, type LessonJudge } from './open-lesson-judge.ts';

/** Beyond the limits of run and check: starting the process, and undoing what was done. */
const graceMs = 4_000;

/**
 * As `openLessonJudge`, but queries are judged in a process of their own that is ended when it outlives its limits, as
 * the page ends a worker: whatever is asked, a judgement comes.
 *
 * @param limitMs how long the run and how long the check may take
 */
export async function openEndableJudge(
  root: string,
  builtOf: (id: string) => Promise<Built | undefined>,
  limitMs = timeLimitMs,
): Promise<LessonJudge> {
  const here = await openLessonJudge(root, builtOf, limitMs);
  let child: ChildProcess | undefined;
  const end = () => {
    child?.kill('SIGKILL');
    child = undefined;
  };

  const judgeThere = async (exercise: Exercise & { kind: 'sql' }, answer: string): Promise<Judgement> => {
    child ??= fork(join(import.meta.dirname, 'judge-process.ts'), { serialization: 'advanced' });
    const startedAt = performance.now();
    const request: JudgeRequest = {
      root,
      limitMs,
      exercise: exercise.id,
      answer,
      built: await builtOf(exercise.id),
    };
    const late = AbortSignal.timeout(2 * limitMs + graceMs);
    const answered = once(child, 'message', { signal: late });
    const died = once(child, 'exit', { signal: late }).then(() => [undefined]);
    child.send(request);
    try {
      const [judgement] = (await Promise.race([answered, died])) as [Judgement | undefined];
      if (judgement) return judgement;
      child = undefined;
    } catch (cause) {
      if (!late.aborted) throw cause;
      end();
    } finally {
      // Whichever came second is of no interest any more.
      answered.catch(() => undefined);
      died.catch(() => undefined);
    }
    const verdict = { kind: 'undecided' as const, reason: toUndecidedReason('stopped') };
    const words = toVerdictWords(verdict, exercise);
    return { exercise: exercise.id, verdict, words, elapsedMs: performance.now() - startedAt };
  };

  return {
    ...here,
    judge: (exercise, answer) =>
      isPlain(exercise) ? here.judge(exercise, answer) : judgeThere(exercise, answer),
    close() {
      end();
      here.close();
    },
  };
}
