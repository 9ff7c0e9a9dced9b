import type { Built } from '#src/exercises/kinds.ts';
import { openLessonJudge, type Judgement, type LessonJudge } from './open-lesson-judge.ts';

/** One answer to judge, as it crosses to the process. */
export interface JudgeRequest {
  readonly root: string;
  readonly limitMs: number;
  readonly exercise: string;
  readonly answer: string;
  readonly built: Built | undefined;
}

/** What the process says: that the tables are open and the time begins, then the judgement. */
export type JudgeReply = { readonly begun: true } | { readonly judgement: Judgement };

// A process of its own, which can be ended: DuckDB does not heed an interrupt inside one long function.
const built = new Map<string, Built | undefined>();
let judge: Promise<LessonJudge> | undefined;

process.on('message', (message) => {
  void answerRequest(message as JudgeRequest);
});

async function answerRequest(request: JudgeRequest): Promise<void> {
  built.set(request.exercise, request.built);
  judge ??= openLessonJudge(request.root, (id) => Promise.resolve(built.get(id)), {
    limitMs: request.limitMs,
  });
  const lessonJudge = await judge;
  const exercise = lessonJudge.find(request.exercise);
  if (!exercise) throw new Error(`There is no exercise "${request.exercise}".`);
  await lessonJudge.prepare(exercise);
  reply({ begun: true });
  reply({ judgement: await lessonJudge.judge(exercise, request.answer) });
}

function reply(message: JudgeReply): void {
  process.send?.(message);
}
