import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyLessons } from './verify-lessons.ts';
import { openLessonJudge } from './open-lesson-judge.ts';
import { judgeFolder } from './judge-folder.ts';

const root = join(import.meta.dirname, '../../..');

test(
  'answers as learners and experts write them are judged as their names say',
  { timeout: 300_000 },
  async () => {
    const { built } = await verifyLessons(root, { cacheDir: join(root, '.cache') });
    const lessonJudge = await openLessonJudge(root, (id) => Promise.resolve(built[id]));
    const tried = await judgeFolder(lessonJudge, join(root, 'e2e/answers'));
    const { ids } = lessonJudge;
    lessonJudge.close();
    expect(tried.filter(({ agrees }) => !agrees)).toEqual([]);
    // Each exercise is tried from both sides.
    for (const side of ['right', 'wrong'])
      expect(ids.filter((id) => !tried.some(({ file }) => file.startsWith(`${id}/${side}-`)))).toEqual([]);
  },
);
