import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { parseSkills } from '#src/skills/skill.ts';
import { skillLevels } from '#src/skills/skill-levels.ts';
import { toCurriculum } from '../curriculum.ts';
import { loadCatalogue } from './load-catalogue.ts';

const root = join(import.meta.dirname, '../../..');
const { tracks } = await loadCatalogue(root);
const lessons = tracks.flatMap((track) => track.lessons);
const { skills } = parseSkills(await readFile(join(root, 'src/skills/skills.yaml'), 'utf8'));
const { datasets } = await loadDatasets(root);

test('the exercises practise all skills at awareness, 11 at working and 6 at practitioner', () => {
  const curriculum = toCurriculum(lessons, skills);
  const practised = Object.fromEntries(
    skillLevels.map(({ id }) => [id, curriculum.filter(({ counts }) => counts[id] > 0).length]),
  );
  expect(practised['awareness']).toBe(skills.length);
  expect(practised['working']).toBeGreaterThanOrEqual(11);
  expect(practised['practitioner']).toBeGreaterThanOrEqual(6);
});

test('every dataset that is published stands in a lesson', () => {
  const used = new Set(lessons.flatMap((lesson) => lesson.datasets));
  expect(datasets.map(({ descriptor }) => descriptor.id).filter((id) => !used.has(id))).toEqual([]);
});

test('each lesson has four to eight exercises', () => {
  const counts = lessons.map(({ id, exercises }) => ({ id, exercises: exercises.length }));
  expect(counts.filter(({ exercises }) => exercises < 4 || exercises > 8)).toEqual([]);
});
