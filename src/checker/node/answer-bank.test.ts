import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkLessons } from './check-lessons.ts';
import { openTrials } from './open-trials.ts';
import { tryFolder } from './try-folder.ts';

const root = join(import.meta.dirname, '../../..');

test(
  'answers as learners and experts write them are judged as their names say',
  { timeout: 300_000 },
  async () => {
    const { compiled } = await checkLessons(root, { cacheDir: join(root, '.cache') });
    const trials = await openTrials(root, (id) => Promise.resolve(compiled[id]));
    const tried = await tryFolder(trials, join(root, 'e2e/answers'));
    const { ids } = trials;
    trials.close();
    expect(tried.filter(({ agrees }) => !agrees)).toEqual([]);
    // Each exercise is tried from both sides.
    for (const side of ['right', 'wrong'])
      expect(ids.filter((id) => !tried.some(({ file }) => file.startsWith(`${id}/${side}-`)))).toEqual([]);
  },
);
