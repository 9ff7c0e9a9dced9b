import { join } from 'node:path';
import type { Problem } from '#src/authored/parse-authored.ts';
import { openContentCache } from '#src/cache/node/content-cache.ts';
import { loadDatasets } from '#src/datasets/node/load-datasets.ts';
import type { Built, Exercise } from '#src/exercises/kinds.ts';
import { exercisesOf } from '#src/lessons/exercises-of.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import type { Scorecard } from '#src/verifying/scorecard.ts';
import { createVerifierPool } from './verifier-pool.ts';
import { verifyAllFigures } from './verify-all-figures.ts';
import { verifyingCode, type VerifiedExercise } from './verify-authored.ts';

export interface VerifiedLessons {
  /** How many lessons were read. */
  readonly lessonCount: number;
  readonly problems: readonly Problem[];
  /** What the build made of each exercise, by its id; exercises with problems are left out. */
  readonly built: Readonly<Record<string, Built>>;
  readonly scorecards: readonly Scorecard[];
}

/**
 * Reads every lesson under the project's root, verifies each of its exercises on the real tables and makes its checks. All
 * problems come back at once. Exercises that have not changed since they were last verified come from the cache.
 *
 * @param options.cacheDir where what was verified is kept, by the content of everything they depend on
 * @param options.only ids of the exercises to verify; without it all of them
 */
export async function verifyLessons(
  root: string,
  { cacheDir, only }: { cacheDir: string; only?: readonly string[] },
): Promise<VerifiedLessons> {
  const { tracks, files, problems: fileProblems } = await loadCatalogue(root);
  const { datasets, problems: datasetProblems } = await loadDatasets(root);
  const cache = await openContentCache({ cacheDir, kind: 'proofs', code: verifyingCode });
  const lessons = tracks.flatMap((track) => track.lessons);
  const unchecked = createUncheckedList(datasetProblems);
  const isAsked = (id: string) => only === undefined || only.includes(id);
  const asked = exercisesOf(tracks).filter(
    (exercise) =>
      isAsked(exercise.id) &&
      // A dataset that is not there has been reported with the files.
      !fileProblems.some(({ file, path }) => file === `lessons/${exercise.id}.yaml` && path === 'datasets') &&
      // One mistake in a descriptor would be ten in the exercises that use it.
      !unchecked.add(exercise),
  );
  const pool = createVerifierPool(root);
  const verifiedById = new Map<string, VerifiedExercise>();
  try {
    const verified = asked.map((exercise) => {
      const used = datasets.filter(({ descriptor }) => exercise.datasets.includes(descriptor.id));
      const inputs = {
        name: exercise.id,
        texts: [files[`lessons/${exercise.id}.yaml`] ?? '', ...used.map((dataset) => dataset.text)],
        files: used.flatMap(({ descriptor, folder }) =>
          descriptor.tables.map((table) => join(folder, table.file)),
        ),
      };
      return cache.get(inputs, () => pool.verify(exercise.id));
    });
    for (const [index, each] of (await Promise.all(verified)).entries()) {
      const exercise = asked[index];
      if (exercise) verifiedById.set(exercise.id, each);
    }
  } finally {
    await pool.close();
  }
  const figureProblems = await verifyAllFigures(
    lessons.filter(({ exercises }) => exercises.some(({ id }) => isAsked(id))),
    { datasets, files, cacheDir },
  );
  const verifications = [...verifiedById].flatMap(([id, { verification }]) =>
    verification ? [{ id, ...verification }] : [],
  );
  return {
    lessonCount: lessons.length,
    problems: [
      ...unchecked.problems(),
      ...fileProblems.filter(({ file }) => only === undefined || only.some((id) => isFileOf(id, file))),
      ...[...verifiedById.values()].flatMap(({ problems }) => problems),
      ...figureProblems,
    ],
    built: Object.fromEntries(verifications.map(({ id, built }) => [id, built])),
    scorecards: verifications.map(({ scorecard }) => scorecard),
  };
}

/** Whether a file decides on an exercise: its own, or one that its lesson has once. */
function isFileOf(exerciseId: string, file: string): boolean {
  const lesson = exerciseId.slice(0, exerciseId.lastIndexOf('/'));
  const shared = ['lesson.md', 'facilitator.md', 'figures.yaml'].map((name) => `lessons/${lesson}/${name}`);
  return file === `lessons/${exerciseId}.yaml` || shared.includes(file);
}

/** Exercises that cannot be checked, since a dataset of theirs has mistakes: those are told once, with their exercises. */
function createUncheckedList(problems: readonly Problem[]) {
  const waiting = new Map<string, string[]>();
  const fileOf = (id: string) => `datasets/${id}/dataset.yaml`;
  return {
    /** True when a dataset of the exercise has mistakes: then the exercise is noted. */
    add({ id, datasets }: Exercise): boolean {
      const broken = datasets.filter((dataset) => problems.some(({ file }) => file === fileOf(dataset)));
      for (const dataset of broken) waiting.set(dataset, [...(waiting.get(dataset) ?? []), id]);
      return broken.length > 0;
    },
    problems(): Problem[] {
      return [...waiting].flatMap(([dataset, ids]) => [
        ...problems.filter(({ file }) => file === fileOf(dataset)),
        {
          file: fileOf(dataset),
          line: 1,
          path: '',
          expected: 'a descriptor without mistakes',
          found: `those above, so ${ids.length === 1 ? 'an exercise was' : `${ids.length} exercises were`} not checked: ${ids.join(', ')}`,
        },
      ]);
    },
  };
}
