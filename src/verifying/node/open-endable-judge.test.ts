import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEndableJudge } from './open-endable-judge.ts';
import type { LessonJudge } from './open-lesson-judge.ts';

const root = join(import.meta.dirname, '../../..');
const id = 'asking-questions/01-first-question/busiest';
const limitMs = 4_000;
let judge: LessonJudge;
beforeAll(async () => {
  judge = await openEndableJudge(root, () => Promise.resolve(undefined), { limitMs });
});
afterAll(() => judge.close());

async function judgeText(answer: string) {
  const exercise = judge.find(id);
  if (exercise?.kind !== 'sql') throw new Error(`There is no query exercise ${id}.`);
  return judge.judge(exercise, answer);
}

test(
  'a query that heeds no interrupt is ended, and the next one is judged',
  { timeout: 120_000 },
  async () => {
    const late = await judgeText('SELECT len(range(1000000000))');
    expect(late.verdict.kind).toBe('undecided');
    // The limit, and a second to end the process.
    expect(late.elapsedMs).toBeLessThan(limitMs + 1_500);
    expect(`${late.words.headline} ${late.words.body}`).toContain('Make the query lighter');
    const next = await judgeText(
      'SELECT service, transactions FROM services ORDER BY transactions DESC LIMIT 5',
    );
    expect(next.verdict.kind).toBe('correct');
  },
);
