import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runAuthored } from '#src/sandbox/node/run-authored.ts';
import { verifyLessons } from './verify-lessons.ts';
import { openLessonJudge } from './open-lesson-judge.ts';
import { judgeFolder } from './judge-folder.ts';

const root = join(import.meta.dirname, '../../..');

test(
  'answers as learners and experts write them are judged as their names say',
  { timeout: 1_200_000 },
  async () => {
    const { built } = await verifyLessons(root, { cacheDir: join(root, '.cache') });
    const lessonJudge = await openLessonJudge(root, (id) => Promise.resolve(built[id]), {
      runPipeline: (body, tables) => runAuthored(body, tables, 100_000),
    });
    const tried = await judgeFolder(lessonJudge, join(root, 'e2e/answers'));
    const { ids } = lessonJudge;
    lessonJudge.close();
    const open = await readFile(join(root, 'e2e/answers/not-caught-yet.md'), 'utf8');
    const isOpen = (file: string) => file.includes('/wrong-') && open.includes(`\`${file}\``);
    expect(tried.filter(({ agrees, file }) => !agrees && !isOpen(file))).toEqual([]);
    // What the list names is there.
    const files = tried.map(({ file }) => file);
    expect(
      [...open.matchAll(/`(\S+\.(?:sql|js))`/g)].flatMap(([, file = '']) =>
        files.includes(file) ? [] : [file],
      ),
    ).toEqual([]);
    // Each exercise is tried from both sides.
    for (const side of ['right', 'wrong'])
      expect(ids.filter((id) => !tried.some(({ file }) => file.startsWith(`${id}/${side}-`)))).toEqual([]);
  },
);
