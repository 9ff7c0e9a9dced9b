import { lineInText } from '#src/authored/line-of-path.ts';
import type { Problem } from '#src/authored/parse-authored.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { loadDatasets, type LoadedDataset } from '#src/datasets/node/load-datasets.ts';
import { openLoadedDatasets, type OpenDatasets } from '#src/engine/node/open-datasets.ts';
import type { SqlExercise } from '#src/lessons/exercise.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import type { CompiledExercise } from '../compiled-exercise.ts';
import type { Scorecard, Survivor } from '../scorecard.ts';
import { compileExercise, type Compilation } from './compile-exercise.ts';
import { createProofCache } from './proof-cache.ts';
import { proveAnswers, proveModelAnswer, type Finding } from './prove-exercise.ts';

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
  /** By exercise id; exercises with problems are left out. */
  readonly compiled: Readonly<Record<string, CompiledExercise>>;
  readonly scorecards: readonly Scorecard[];
}

/** What is kept of an exercise whose files have not changed. */
interface Proof {
  readonly problems: readonly Problem[];
  readonly compilation: Compilation | undefined;
}

/**
 * Reads every lesson under the project's root, proves each of its exercises on the real tables and compiles it. All
 * problems come back at once. Exercises that have not changed since they were last proved come from the cache.
 *
 * @param options.cacheDir where proofs are kept, by the content of everything they depend on
 * @param options.only ids of the exercises to prove; without it all of them
 */
export async function checkLessons(
  root: string,
  { cacheDir, only }: { cacheDir: string; only?: readonly string[] },
): Promise<CheckedLessons> {
  const { tracks, files, problems: fileProblems } = await loadCatalogue(root);
  const { datasets } = await loadDatasets(root);
  const cache = await createProofCache<Proof>({ cacheDir, codeRoot: import.meta.dirname });
  const open = new Map<string, OpenDatasets>();
  const proofs = new Map<string, Proof>();
  const lessons = tracks.flatMap((track) => track.lessons);
  try {
    for (const exercise of lessons.flatMap(({ exercises }) => exercises)) {
      if (only && !only.includes(exercise.id)) continue;
      const path = `lessons/${exercise.id}.yaml`;
      // A dataset that is not there has been reported with the files.
      if (fileProblems.some(({ file, path: field }) => file === path && field === 'datasets')) continue;
      const used = datasets.filter(({ descriptor }) => exercise.datasets.includes(descriptor.id));
      const text = files[path] ?? '';
      const proof = await cache.get([exercise.id, text, ...used.map((dataset) => dataset.text)], async () =>
        prove(await openOnce(used, open), exercise, used, { path, text }),
      );
      proofs.set(exercise.id, proof);
    }
  } finally {
    for (const tables of open.values()) tables.close();
  }
  const compilations = [...proofs].flatMap(([id, { compilation }]) =>
    compilation ? [{ id, ...compilation }] : [],
  );
  return {
    lessons: lessons.map(({ id, exercises }) => ({
      id,
      exercises: exercises.length,
      alternatives: exercises.reduce((sum, { alternatives }) => sum + alternatives.length, 0),
      wrongAnswers: exercises.reduce((sum, { wrong }) => sum + wrong.length, 0),
    })),
    problems: [...fileProblems, ...[...proofs.values()].flatMap(({ problems }) => problems)],
    compiled: Object.fromEntries(compilations.map(({ id, compiled }) => [id, compiled])),
    scorecards: compilations.map(({ scorecard }) => scorecard),
  };
}

async function prove(
  { database }: OpenDatasets,
  exercise: SqlExercise,
  datasets: readonly LoadedDataset[],
  file: { readonly path: string; readonly text: string },
): Promise<Proof> {
  const toProblems = (findings: readonly Finding[]): Problem[] =>
    findings.map((finding) => ({
      file: file.path,
      line: lineInText(file.text, finding.path),
      ...finding,
    }));
  const model = await proveModelAnswer(database, exercise);
  // With a model answer that is refused nothing else can be judged.
  if (model.length > 0) return { problems: toProblems(model), compilation: undefined };
  const tables: TableDescriptor[] = datasets.flatMap(({ descriptor }) => descriptor.tables);
  const compilation = await compileExercise(database, exercise, tables);
  const { compiled, scorecard } = compilation;
  const answers = await proveAnswers(database, exercise, { compiled, tables });
  const problems = toProblems([
    ...answers,
    // What was said of an answer on the real data is not said of it again.
    ...compilation.findings.filter(({ path }) => !answers.some((answer) => answer.path === path)),
    ...(exercise.witnesses ? scorecard.survivors.map(toSurvivorFinding) : []),
  ]);
  return { compilation, problems };
}

function toSurvivorFinding({ id, before, after }: Survivor): Finding {
  return {
    path: 'solution',
    expected: 'every mutant to give another result somewhere',
    found: `that one passes: "${after}" in place of "${before}"`,
    remedy:
      `If that is another question, change the task or the data it reads so that the two differ. If it can never differ, ` +
      `mark it: equivalent: [{ mutant: ${id}, reason: why }].`,
  };
}

async function openOnce(
  datasets: readonly LoadedDataset[],
  open: Map<string, OpenDatasets>,
): Promise<OpenDatasets> {
  const key = datasets.map(({ descriptor }) => descriptor.id).join();
  const known = open.get(key);
  if (known) return known;
  const tables = await openLoadedDatasets(datasets);
  open.set(key, tables);
  for (const setting of [
    // As in the browser: only then can an error be put in plain words.
    'errors_as_json = true',
    // Neither changes a result, and both take time where hundreds of queries read a few rows each.
    "disabled_optimizers = 'late_materialization'",
    'threads = 1',
  ])
    await tables.database.query(`SET ${setting}`);
  return tables;
}
