import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadCatalogue } from './load-catalogue.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

test("the project's own lessons can be read, without a problem", async () => {
  const { tracks, problems, files } = await loadCatalogue(root);
  expect(problems).toEqual([]);
  const exercises = tracks.flatMap(({ lessons }) => lessons).flatMap((lesson) => lesson.exercises);
  expect(exercises.length).toBeGreaterThanOrEqual(12);
  for (const { id } of exercises) expect(files[`lessons/${id}.yaml`]).toBeDefined();
});
