import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSkills } from '#src/skills/skill.ts';
import { buildCatalogue, type LessonCatalogue } from '../build-catalogue.ts';

/** A catalogue from disk, with the text of each file by its path from the project's root. */
export interface LoadedCatalogue extends LessonCatalogue {
  readonly files: Readonly<Record<string, string>>;
}

/** Reads every file under `lessons/`, and the skills and datasets that they may name. */
export async function loadCatalogue(root: string): Promise<LoadedCatalogue> {
  const names = await readdir(join(root, 'lessons'), { recursive: true });
  const paths = names
    .map((name) => `lessons/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.(md|yaml)$/.test(path))
    .sort();
  const texts = await Promise.all(paths.map((path) => readFile(join(root, path), 'utf8')));
  const files = Object.fromEntries(paths.map((path, index) => [path, texts[index] ?? '']));

  const { skills } = parseSkills(await readFile(join(root, 'src/skills/skills.yaml'), 'utf8'));
  const folders = await readdir(join(root, 'datasets'));
  const datasetIds = folders.filter((id) => existsSync(join(root, 'datasets', id, 'dataset.yaml')));
  return { ...buildCatalogue(files, { skillIds: skills.map(({ id }) => id), datasetIds }), files };
}
