import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toProblemText } from '#src/authored/parse-authored.ts';
import type { CompiledChecks } from '#src/checker/compiled-checks.ts';
import { verifyLessons, type VerifiedLessons } from '#src/verifying/node/verify-lessons.ts';
import type { Scorecard } from '#src/verifying/scorecard.ts';

/** What `npm run prepare-assets` writes to `.cache/compiled.json` and pages import as `#compiled`. */
export interface CompiledLessons {
  readonly exercises: Readonly<Record<string, CompiledChecks>>;
  readonly scorecards: readonly Scorecard[];
}

/**
 * Proves and compiles every exercise and writes the outcome for the pages. Unchanged exercises come from the cache.
 *
 * @throws with every mistake in every lesson at once: lessons that do not check what they say are not published
 */
export async function compileLessons(root: string): Promise<CompiledLessons> {
  const cacheDir = join(root, '.cache');
  const { problems, compiled, scorecards } = await verifyLessons(root, { cacheDir });
  if (problems.length > 0) {
    throw new Error(`The lessons cannot be published.\n${problems.map(toProblemText).join('\n\n')}`);
  }
  const lessons: CompiledLessons = { exercises: compiled, scorecards };
  await mkdir(cacheDir, { recursive: true });
  await writeFile(join(cacheDir, 'compiled.json'), JSON.stringify(lessons));
  return lessons;
}

/**
 * The compiled exercises by id, from the cache where nothing has changed, and what is wrong in the lessons: a lesson that
 * is being written can be tried too.
 *
 * @param only ids of the exercises that are wanted; without it all
 */
export async function loadCompiled(
  root: string,
  only?: readonly string[],
): Promise<Pick<VerifiedLessons, 'compiled' | 'problems'>> {
  return verifyLessons(root, { cacheDir: join(root, '.cache'), ...(only && { only }) });
}
