import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRiverProject, type RiverProject } from '#src/testing/river-project.ts';
import { checkProse } from './check-prose.ts';
import { loadCatalogue } from './load-catalogue.ts';

let project: RiverProject;
beforeEach(() => {
  project = createRiverProject();
});
afterEach(() => project.remove());

const lessonFile = 'lessons/water/01-rivers/lesson.md';

async function check() {
  const { tracks, files } = await loadCatalogue(project.root);
  const { root } = project;
  const lessons = tracks.flatMap((track) => track.lessons);
  return checkProse(lessons, { root, files, cacheDir: join(root, '.cache') });
}

function say(words: string) {
  project.write(lessonFile, project.read(lessonFile).replace('Some text.', words));
}

test('plain words pass, with a grade and nothing to remark', async () => {
  const { problems, reports } = await check();
  expect(problems).toEqual([]);
  expect(reports).toMatchObject([{ lesson: 'water/01-rivers', remarks: [] }]);
  expect(reports[0]?.grade).toBeGreaterThan(0);
});

test('words that are not British English are named with their line, until they are listed', async () => {
  say('The color of the Blarfgate.\n\nAn organization speaks.');
  const found = async () => (await check()).problems.map(({ line, found }) => [line, found]);
  expect(await found()).toEqual([
    [11, '"color"'],
    [11, '"Blarfgate"'],
    [13, '"organization"'],
  ]);
  project.write('lessons/words.txt', '# Rivers.\nBlarfgate\n');
  expect(await found()).toEqual([
    [11, '"color"'],
    [13, '"organization"'],
  ]);
});

test('a sentence of more than 30 words is a problem, one of more than 25 a remark', async () => {
  const sentence = (words: number) => `One ${'two '.repeat(words - 2)}three.`;
  say(`${sentence(31)} ${sentence(26)} ${sentence(25)}`);
  const { problems, reports } = await check();
  expect(problems.map(({ line, found }) => [line, found.slice(0, 8)])).toEqual([[11, '31 words']]);
  expect(reports[0]?.remarks).toEqual([expect.stringContaining(`${lessonFile}:11 26 words`)]);
});

test('a text that only specialists read is a problem', async () => {
  say(
    'Organisational interdependencies necessitate comprehensive interdepartmental standardisation. ' +
      'Methodological considerations predetermine statistical interpretability. '.repeat(8),
  );
  expect((await check()).problems).toMatchObject([
    { file: lessonFile, expected: 'a reading grade of at most 9' },
  ]);
});
