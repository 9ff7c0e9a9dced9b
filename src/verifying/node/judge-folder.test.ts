import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLessonJudge, type LessonJudge } from './open-lesson-judge.ts';
import { judgeFolder } from './judge-folder.ts';

const lesson = 'asking-questions/01-first-question';
const files = {
  [`${lesson}/choose-columns/right-alias.sql`]:
    'SELECT s.service, s.department, s.transactions FROM services s;',
  [`${lesson}/choose-columns/wrong-star.sql`]: 'SELECT * FROM services',
  [`${lesson}/choose-columns/right-not.sql`]: 'SELECT servce FROM services',
  [`${lesson}/choose-columns/wrong-not.sql`]: 'SELECT service, department, transactions FROM services',
  [`${lesson}/choose-columns/maybe.sql`]: 'SELECT 1',
  [`${lesson}/nowhere/right-way.sql`]: 'SELECT 1',
  [`${lesson}/choose-columns/notes.md`]: 'Not a query.',
};

let folder: string;
let lessonJudge: LessonJudge;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'try-'));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  lessonJudge = await openLessonJudge(join(import.meta.dirname, '../../..'), () =>
    Promise.resolve(undefined),
  );
});
afterAll(async () => {
  lessonJudge.close();
  await rm(folder, { recursive: true });
});

test('says of each file whether the checker agrees with its name', async () => {
  const tried = await judgeFolder(lessonJudge, folder);
  expect(tried.map(({ file, agrees, verdict }) => [file.slice(lesson.length + 1), agrees, verdict])).toEqual([
    ['choose-columns/maybe.sql', false, undefined],
    ['choose-columns/right-alias.sql', true, 'correct'],
    ['choose-columns/right-not.sql', false, 'does-not-run'],
    ['choose-columns/wrong-not.sql', false, 'correct'],
    ['choose-columns/wrong-star.sql', true, 'known-mistake'],
    ['nowhere/right-way.sql', false, undefined],
  ]);
  expect(tried[5]?.words).toBe(`There is no exercise "${lesson}/nowhere".`);
  expect(tried[0]?.words).toMatch(/right- or wrong-/);
});

test('a folder that is not there is an error', async () => {
  await expect(judgeFolder(lessonJudge, join(folder, 'missing'))).rejects.toThrow(/missing/);
});

test('a trial has the words of the page and the time it took', async () => {
  const exercise = lessonJudge.find(`${lesson}/busiest`);
  if (!exercise) throw new Error('The exercise is gone.');
  const judgement = await lessonJudge.judge(exercise, 'SELECT service FROM services');
  expect(judgement).toMatchObject({
    exercise: `${lesson}/busiest`,
    verdict: { kind: 'wrong-columns' },
    words: { headline: 'Your result has 1 column fewer than expected.' },
  });
  expect(judgement.elapsedMs).toBeGreaterThan(0);
  expect(Object.keys(lessonJudge.dataOf(exercise))).toContain('services');
});
