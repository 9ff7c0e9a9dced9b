import { lineInText } from '#src/authored/line-of-path.ts';
import type { Finding } from '#src/authored/finding.ts';
import type { Problem } from '#src/authored/parse-authored.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import type { LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import type { NativeDatabase } from '#src/engine/node/native-database.ts';
import { openLoadedDatasets, type OpenDatasets } from '#src/engine/node/open-datasets.ts';
import { openLearnerTables } from '#src/engine/node/open-learner-tables.ts';
import { isPlain, plainKindOf, type Built, type Exercise, type PlainExercise } from '#src/exercises/kinds.ts';
import type { ArqueroExercise } from '#src/exercises/arquero/schema.ts';
import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import type { Database } from '#src/results/database.ts';
import { runAuthored } from '#src/sandbox/node/run-authored.ts';
import { verifyArquero } from '#src/verifying/pipeline/verify-arquero.ts';
import { isPipelineMutantId } from '#src/verifying/pipeline/verify-pipeline.ts';
import type { Scorecard, Survivor } from '#src/verifying/scorecard.ts';
import { verifyAnswers, verifyModelAnswer } from '#src/verifying/verify-answers.ts';
import { verifyExercise } from '#src/verifying/verify-exercise.ts';

/** This module's path. What it makes is kept by its code and all that it imports. */
export const verifyingCode = import.meta.filename;

/** What is kept of an exercise whose files have not changed. */
export interface VerifiedExercise {
  readonly problems: readonly Problem[];
  readonly verification: { readonly built: Built; readonly scorecard: Scorecard } | undefined;
}

/** An exercise's file, for the places of what is wrong in it. */
export interface ExerciseFile {
  readonly path: string;
  readonly text: string;
}

/** The tables of an exercise, opened twice. */
export interface OpenTables {
  /** As the page opens them: answers are proven here, so that none is that fails there. */
  readonly learner: NativeDatabase;
  /** The tables themselves: mutants and witnesses are made here, from rows that are told apart by where they are stored. */
  readonly stored: OpenDatasets;
}

/** Opens the tables of datasets for proofs. */
export async function openTables(datasets: readonly LoadedDataset[]): Promise<OpenTables> {
  // Neither changes a result, and both take time where hundreds of queries read a few rows each.
  const quick = ["disabled_optimizers = 'late_materialization'", 'threads = 1'];
  const stored = await openLoadedDatasets(datasets);
  const tables = { stored, learner: await openLearnerTables(datasets, quick) };
  // As in the browser: only then can an error be put in plain words.
  for (const setting of ['errors_as_json = true', ...quick]) await stored.database.query(`SET ${setting}`);
  return tables;
}

/** Proves one exercise, of whatever kind, on its real tables, and makes what its page needs. */
export async function verifyAuthored(
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
