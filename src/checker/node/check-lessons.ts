import type { Problem } from '#src/authored/parse-authored.ts';
import { openDatasets, type OpenDatasets } from '#src/engine/node/open-datasets.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import { proveExercise } from './prove-exercise.ts';

/** What was proved of one lesson. */
export interface CheckedLesson {
  readonly id: string;
  readonly exercises: number;
  readonly alternatives: number;
  readonly wrongAnswers: number;
}

export interface CheckedLessons {
  readonly lessons: readonly CheckedLesson[];
  readonly problems: readonly Problem[];
}

/**
 * Reads every lesson under the project's root and proves each of its exercises on the real tables. All problems come
 * back at once.
 */
export async function checkLessons(root: string): Promise<CheckedLessons> {
  const { tracks, files, problems: fileProblems } = await loadCatalogue(root);
  const problems = [...fileProblems];
  const lessons: CheckedLesson[] = [];
  const open = new Map<string, OpenDatasets>();
  try {
    for (const lesson of tracks.flatMap((track) => track.lessons)) {
      for (const exercise of lesson.exercises) {
        const path = `lessons/${exercise.id}.yaml`;
        const ids = [...exercise.datasets].sort();
        // A dataset that is not there has been reported with the files.
        if (fileProblems.some(({ file, path: field }) => file === path && field === 'datasets')) continue;
        const tables = open.get(ids.join()) ?? (await openTables(root, ids));
        open.set(ids.join(), tables);
        problems.push(...(await proveExercise(tables.database, exercise, { path, text: files[path] ?? '' })));
      }
      const { exercises } = lesson;
      lessons.push({
        id: lesson.id,
        exercises: exercises.length,
        alternatives: exercises.reduce((sum, { alternatives }) => sum + alternatives.length, 0),
        wrongAnswers: exercises.reduce((sum, { wrong }) => sum + wrong.length, 0),
      });
    }
  } finally {
    for (const tables of open.values()) tables.close();
  }
  return { lessons, problems };
}

async function openTables(root: string, ids: readonly string[]): Promise<OpenDatasets> {
  const tables = await openDatasets(root, ids);
  // As in the browser: only then can an error be put in plain words.
  await tables.database.query('SET errors_as_json = true');
  return tables;
}
