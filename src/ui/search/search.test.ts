import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import { createSearch } from './find-entries.ts';
import type { SearchEntry } from './search-entry.ts';
import { toDatasetEntry, toLessonEntries, toTermEntry } from './to-entries.ts';

const root = join(import.meta.dirname, '../../..');
let entries: readonly SearchEntry[];
let search: (question: string) => readonly SearchEntry[];
beforeAll(async () => {
  const [{ tracks, glossary }, { datasets }] = await Promise.all([loadCatalogue(root), loadDatasets(root)]);
  entries = [
    ...tracks.flatMap(({ lessons }) => lessons.flatMap(toLessonEntries)),
    ...datasets.map((dataset) =>
      toDatasetEntry(dataset, dataset.descriptor.id === 'nhs-ae' ? ['hospital'] : []),
    ),
    ...glossary.map(toTermEntry),
  ];
  search = createSearch(entries);
});

test.each([
  ['median', '/glossary/#median'],
  ['People Survey', '/lessons/asking-questions/07-your-own-department/'],
  ['hospital', '/datasets/nhs-ae/'],
  ['joining on a cod', '/lessons/putting-data-together/01-joining-on-a-code/'],
  ['wether', '/datasets/weather/'],
  ['financial years', '/lessons/asking-questions/06-dates-and-financial-years/'],
  ['busiest services', '/lessons/asking-questions/01-first-question/#busiest'],
])('finds %s among the first three', (question, url) => {
  expect(
    search(question)
      .slice(0, 3)
      .map((entry) => entry.url),
  ).toContain(url);
});

test.each(['', '   ', '<script>', '"', '\\', '(((', 'a'.repeat(100_000), 'xqzzjw'])(
  'takes any text: %j',
  (question) => {
    expect(search(question).length).toBeLessThanOrEqual(30);
  },
);

test('finds any of the words where no entry has them all, and nothing for what stands nowhere', () => {
  expect(search('median xqzzjwq').map(({ title }) => title)).toContain('median');
  expect(search('xqzzjwq')).toEqual([]);
});

test('each entry has an address of its own, and no entry gives an answer away', async () => {
  expect(new Set(entries.map(({ url }) => url)).size).toBe(entries.length);
  const { tracks } = await loadCatalogue(root);
  const exercises = tracks.flatMap(({ lessons }) => lessons.flatMap((lesson) => lesson.exercises));
  const texts = entries.filter(({ kind }) => kind === 'exercise').map(({ text }) => text);
  const answers = exercises.flatMap((exercise) =>
    'solution' in exercise ? [String(exercise.solution)] : [],
  );
  expect(answers.length).toBeGreaterThan(10);
  expect(texts.filter((text) => answers.some((answer) => text.includes(answer.trim())))).toEqual([]);
});
