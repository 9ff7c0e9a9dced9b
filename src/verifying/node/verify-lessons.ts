import { join } from 'node:path';
import { lineInText } from '#src/authored/line-of-path.ts';
import type { Problem } from '#src/authored/parse-authored.ts';
import type { Database } from '#src/results/database.ts';
import { openContentCache } from '#src/cache/node/content-cache.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { loadDatasets, type LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import type { NativeDatabase } from '#src/engine/node/native-database.ts';
import { openLoadedDatasets, type OpenDatasets } from '#src/engine/node/open-datasets.ts';
import { openLearnerTables } from '#src/engine/node/open-learner-tables.ts';
import { isPlain, plainKindOf, type Built, type Exercise, type PlainExercise } from '#src/exercises/kinds.ts';
import type { ArqueroExercise } from '#src/exercises/arquero/schema.ts';
import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import { exercisesOf } from '#src/lessons/exercises-of.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import type { Scorecard, Survivor } from '#src/verifying/scorecard.ts';
import { verifyExercise } from '#src/verifying/verify-exercise.ts';
import { verifyAllFigures } from './verify-all-figures.ts';
import type { Finding } from '#src/authored/finding.ts';
import { isPipelineMutantId } from '#src/verifying/pipeline/verify-pipeline.ts';
import { runAuthored } from '#src/sandbox/node/run-authored.ts';
import { verifyArquero } from '#src/verifying/pipeline/verify-arquero.ts';
import { verifyAnswers, verifyModelAnswer } from '#src/verifying/verify-answers.ts';

export interface VerifiedLessons {
  /** How many lessons were read. */
  readonly lessonCount: number;
  readonly problems: readonly Problem[];
  /** What the build made of each exercise, by its id; exercises with problems are left out. */
  readonly built: Readonly<Record<string, Built>>;
  readonly scorecards: readonly Scorecard[];
}

/** What is kept of an exercise whose files have not changed. */
interface VerifiedExercise {
  readonly problems: readonly Problem[];
  readonly verification: { readonly built: Built; readonly scorecard: Scorecard } | undefined;
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
  const cache = await openContentCache({ cacheDir, kind: 'proofs', code: import.meta.filename });
  const open = new Map<string, OpenTables>();
  const verifiedById = new Map<string, VerifiedExercise>();
  const lessons = tracks.flatMap((track) => track.lessons);
  const unchecked = createUncheckedList(datasetProblems);
  const isAsked = (id: string) => only === undefined || only.includes(id);
  try {
    for (const exercise of exercisesOf(tracks).filter(({ id }) => isAsked(id))) {
      const path = `lessons/${exercise.id}.yaml`;
      // A dataset that is not there has been reported with the files.
      if (fileProblems.some(({ file, path: field }) => file === path && field === 'datasets')) continue;
      // One mistake in a descriptor would be ten in the exercises that use it.
      if (unchecked.add(exercise)) continue;
      const used = datasets.filter(({ descriptor }) => exercise.datasets.includes(descriptor.id));
      const text = files[path] ?? '';
      const verified = await cache.get(
        {
          name: exercise.id,
          texts: [text, ...used.map((dataset) => dataset.text)],
          files: used.flatMap(({ descriptor, folder }) =>
            descriptor.tables.map((table) => join(folder, table.file)),
          ),
        },
        async () => verify(await openOnce(used, open), exercise, used, { path, text }),
      );
      verifiedById.set(exercise.id, verified);
    }
  } finally {
    for (const { stored, learner } of open.values()) {
      stored.close();
      learner.close();
    }
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
      ...fileProblems.filter(
        ({ file }) => only === undefined || only.some((id) => file === `lessons/${id}.yaml`),
      ),
      ...[...verifiedById.values()].flatMap(({ problems }) => problems),
      ...figureProblems,
    ],
    built: Object.fromEntries(verifications.map(({ id, built }) => [id, built])),
    scorecards: verifications.map(({ scorecard }) => scorecard),
  };
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

/** An exercise's file, for the places of what is wrong in it. */
interface ExerciseFile {
  readonly path: string;
  readonly text: string;
}

/** The tables of an exercise, opened twice. */
interface OpenTables {
  /** As the page opens them: answers are proven here, so that none is that fails there. */
  readonly learner: NativeDatabase;
  /** The tables themselves: mutants and witnesses are made here, from rows that are told apart by where they are stored. */
  readonly stored: OpenDatasets;
}

async function verify(
  open: OpenTables,
  exercise: Exercise,
  datasets: readonly LoadedDataset[],
  file: ExerciseFile,
): Promise<VerifiedExercise> {
  if (isPlain(exercise)) return verifyPlain(open.learner, exercise, file);
  const tables = datasets.flatMap(({ descriptor }) => descriptor.tables);
  return exercise.kind === 'sql'
    ? verifySql(open, exercise, tables, file)
    : verifyPipelines(open, exercise, tables, file);
}

async function verifyPlain(
  database: Database,
  exercise: PlainExercise,
  file: ExerciseFile,
): Promise<VerifiedExercise> {
  const startedAt = performance.now();
  const { built, findings, accepted, refused } = await plainKindOf(exercise).verify(database, exercise);
  const scorecard: Scorecard = {
    kind: exercise.kind,
    exercise: exercise.id,
    alternatives: Math.max(0, accepted - 1),
    wrongAnswers: refused,
    elapsedMs: performance.now() - startedAt,
  };
  return {
    problems: findings.map((finding) => toProblem(finding, file)),
    verification: built && { built, scorecard },
  };
}

function toProblem(finding: Finding, { path, text }: ExerciseFile): Problem {
  return { ...finding, file: path, line: lineInText(text, finding.path) };
}

async function verifySql(
  { learner, stored: { database: stored } }: OpenTables,
  exercise: SqlExercise,
  tables: readonly TableDescriptor[],
  file: ExerciseFile,
): Promise<VerifiedExercise> {
  const toProblems = (findings: readonly Finding[]) => findings.map((finding) => toProblem(finding, file));
  const model = await verifyModelAnswer(learner, exercise);
  // With a model answer that is refused nothing else can be judged.
  if (model.length > 0) return { problems: toProblems(model), verification: undefined };
  const { compiled, scorecard, findings } = await verifyExercise(stored, exercise, tables);
  const answers = await verifyAnswers(learner, exercise, { compiled, tables, stored });
  const problems = toProblems([
    ...answers,
    // What was said of an answer on the real data is not said of it again.
    ...findings.filter(({ path }) => !answers.some((answer) => answer.path === path)),
    ...(exercise.witnesses ? scorecard.survivors.map(toSurvivorFinding) : []),
  ]);
  return { verification: { built: compiled, scorecard }, problems };
}

// Nobody's result is cut before it is judged.
const authoredRowLimit = 1_000_000;

async function verifyPipelines(
  { learner, stored: { database: stored } }: OpenTables,
  exercise: ArqueroExercise,
  tables: readonly TableDescriptor[],
  file: ExerciseFile,
): Promise<VerifiedExercise> {
  const { findings, made } = await verifyArquero({ learner, stored }, exercise, {
    tables,
    run: (body, handed) => runAuthored(body, handed, authoredRowLimit),
  });
  const survivors = made?.scorecard.survivors.filter(({ id }) => !isPipelineMutantId(id)) ?? [];
  return {
    problems: [...findings, ...survivors.map(toSurvivorFinding)].map((finding) => toProblem(finding, file)),
    verification: made && { built: made.compiled, scorecard: made.scorecard },
  };
}

function toSurvivorFinding({ id, before, after }: Survivor): Finding {
  return {
    path: 'solution',
    expected: 'every mutant to give another result somewhere',
    found:
      `"${after}" in place of "${before}" passes: no small lawful table was found on which it differs. ` +
      'That is no proof that there is none',
    remedy:
      'There are three ways on. (a) If it asks another question, change the task or the data so that the two differ. ' +
      `(b) If no lawful data can tell it, say why: equivalent: [{ mutant: ${id}, reason: … }]. ` +
      `(c) If it may differ, and you keep it, say why: unproven: [{ mutant: ${id}, reason: … }]. It then counts as not caught.`,
  };
}

async function openOnce(
  datasets: readonly LoadedDataset[],
  open: Map<string, OpenTables>,
): Promise<OpenTables> {
  const key = datasets.map(({ descriptor }) => descriptor.id).join();
  const known = open.get(key);
  if (known) return known;
  // Neither changes a result, and both take time where hundreds of queries read a few rows each.
  const quick = ["disabled_optimizers = 'late_materialization'", 'threads = 1'];
  const stored = await openLoadedDatasets(datasets);
  const tables = { stored, learner: await openLearnerTables(datasets, quick) };
  open.set(key, tables);
  // As in the browser: only then can an error be put in plain words.
  for (const setting of ['errors_as_json = true', ...quick]) await stored.database.query(`SET ${setting}`);
  return tables;
}
