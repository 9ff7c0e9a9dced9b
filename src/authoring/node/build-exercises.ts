import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toProblemText } from '#src/authored/parse-authored.ts';
import type { Built } from '#src/exercises/kinds.ts';
import { findDrafts } from './find-drafts.ts';
import { verifyLessons, type VerifiedLessons } from '#src/verifying/node/verify-lessons.ts';
import type { Scorecard } from '#src/verifying/scorecard.ts';

/** What `npm run prepare-assets` writes to `.cache/exercises.json` and pages import as `#exercises`. */
export interface BuiltExercises {
  /** By exercise id. */
  readonly built: Readonly<Record<string, Built>>;
  readonly scorecards: readonly Scorecard[];
}

/**
 * Verifies every exercise and writes what the pages need of it, without lessons that use a draft unless `drafts` is true. Unchanged exercises come from the cache.
 *
 * @throws with every mistake in every lesson at once: lessons that do not check what they say are not published
 */
export async function buildExercises(
  root: string,
  { drafts }: { readonly drafts: boolean },
): Promise<BuiltExercises> {
  const cacheDir = join(root, '.cache');
  const { problems, built, scorecards } = await verifyLessons(root, { cacheDir });
  const { lessons } = drafts ? { lessons: [] } : await findDrafts(root);
  const isPublished = (id: string) => !lessons.some((lesson) => id.startsWith(`${lesson}/`));
  if (problems.length > 0) {
    throw new Error(`The lessons cannot be published.\n${problems.map(toProblemText).join('\n\n')}`);
  }
  const exercises: BuiltExercises = {
    built: Object.fromEntries(Object.entries(built).filter(([id]) => isPublished(id))),
    scorecards: scorecards.filter(({ exercise }) => isPublished(exercise)),
  };
  await mkdir(cacheDir, { recursive: true });
  await writeFile(join(cacheDir, 'exercises.json'), JSON.stringify(exercises));
  return exercises;
}

/**
 * What the build makes of the exercises, by id, from the cache where nothing has changed; and what is wrong in the lessons:
 * a lesson that is being written can be tried too.
 *
 * @param only ids of the exercises that are wanted; without it all
 */
export async function loadBuilt(
  root: string,
  only?: readonly string[],
): Promise<Pick<VerifiedLessons, 'built' | 'problems'>> {
  return verifyLessons(root, { cacheDir: join(root, '.cache'), ...(only && { only }) });
}
