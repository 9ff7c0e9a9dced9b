import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, toProblemText } from '#src/authored/parse-authored.ts';
import { openContentCache } from '#src/cache/node/content-cache.ts';
import { replaceFile } from '#src/cache/node/replace-file.ts';
import type { BuildFolders } from '#src/datasets/assets.ts';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { type LoadedDataset, loadDatasets } from '#src/datasets/node/load-datasets.ts';
import { parseQuestions, type StarterQuestion, toStarterQueries } from '#src/datasets/starter-question.ts';
import { openLoadedDatasets } from '#src/engine/node/open-datasets.ts';
import { runQuery } from '#src/engine/run-query.ts';
import type { Lesson, LessonExample } from '#src/lessons/lesson.ts';
import { loadCatalogue } from '#src/lessons/node/load-catalogue.ts';
import type { Cell } from '#src/results/cell.ts';
import type { ArrowDatabase, Database } from '#src/results/database.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import { findNamedTables } from '#src/sandbox/find-tables.ts';
import { handOver } from '#src/sandbox/hand-over.ts';
import { runAuthored } from '#src/sandbox/node/run-authored.ts';
import { toResultTable } from '#src/sandbox/pipeline-result.ts';
import { readPipeline } from '#src/sandbox/read-pipeline.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { Prepared, PreparedLesson, PreparedQuestion } from '../prepared.ts';

/** As many rows as a table's sample has, and as an answer shows before anybody runs it. */
const sampleRows = 10;
/** Characters of a text in a sample. */
const longestText = 160;

/** What is kept of a dataset or a lesson, or why there is nothing to keep. */
type Kept<T> = { readonly value: T } | { readonly problems: readonly Problem[] };

interface PreparedDataset {
  readonly questions: readonly PreparedQuestion[];
  readonly searchWords: readonly string[];
  readonly samples: Prepared['samples'];
}

/**
 * Runs what the pages show as run: the questions of every dataset, the examples of every lesson and the first rows of every
 * table. Writes it to `prepared.json` in the cache. What has not changed is not run again.
 *
 * @throws with every query that does not run or gives no row, and every mistake in the files, at once
 */
export async function prepareQueries({
  root,
  cacheDir,
}: Pick<BuildFolders, 'root' | 'cacheDir'>): Promise<Prepared> {
  const { datasets } = await loadDatasets(root);
  const { tracks } = await loadCatalogue(root);
  const cache = await openContentCache({ cacheDir, kind: 'prepared', code: import.meta.filename });
  const toInputs = (name: string, texts: readonly string[], used: readonly LoadedDataset[]) => ({
    name,
    texts: [...texts, ...used.map(({ descriptor }) => JSON.stringify(descriptor.tables))],
    files: used.flatMap(({ descriptor, folder }) => descriptor.tables.map(({ file }) => join(folder, file))),
  });

  const byDataset = new Map<string, Kept<PreparedDataset>>();
  for (const dataset of datasets) {
    const { id } = dataset.descriptor;
    const path = join(dataset.folder, 'questions.yaml');
    const text = existsSync(path) ? await readFile(path, 'utf8') : '';
    const kept = await cache.get(toInputs(`datasets/${id}`, [text], [dataset]), () =>
      withTables([dataset], (database) => prepareDataset(database, dataset, text)),
    );
    byDataset.set(id, kept);
  }
  const byLesson = new Map<string, Kept<PreparedLesson>>();
  for (const lesson of tracks.flatMap(({ lessons }) => lessons)) {
    const used = datasets.filter(({ descriptor }) => lesson.datasets.includes(descriptor.id));
    const texts = [JSON.stringify([lesson.start, examplesOf(lesson)])];
    const kept = await cache.get(toInputs(`lessons/${lesson.id}`, texts, used), () =>
      withTables(used, (database) =>
        prepareLesson(
          database,
          lesson,
          used.flatMap(({ descriptor }) => descriptor.tables),
        ),
      ),
    );
    byLesson.set(lesson.id, kept);
  }

  const ofDatasets = valuesOf(byDataset);
  const ofLessons = valuesOf(byLesson);
  const problems = [...ofDatasets.problems, ...ofLessons.problems];
  if (problems.length > 0) {
    throw new Error(`Queries of the site do not run.\n${problems.map(toProblemText).join('\n')}`);
  }
  const prepared: Prepared = {
    questions: Object.fromEntries(ofDatasets.values.map(([id, { questions }]) => [id, questions])),
    searchWords: Object.fromEntries(ofDatasets.values.map(([id, { searchWords }]) => [id, searchWords])),
    samples: Object.assign({}, ...ofDatasets.values.map(([, { samples }]) => samples)) as Prepared['samples'],
    lessons: Object.fromEntries(ofLessons.values),
  };
  await replaceFile(join(cacheDir, 'prepared.json'), (part) => writeFile(part, JSON.stringify(prepared)));
  return prepared;
}

function valuesOf<T>(kept: ReadonlyMap<string, Kept<T>>) {
  const values: [string, T][] = [];
  const problems: Problem[] = [];
  for (const [id, each] of kept) {
    if ('problems' in each) problems.push(...each.problems);
    else values.push([id, each.value]);
  }
  return { values, problems };
}

async function withTables<T>(
  datasets: readonly LoadedDataset[],
  work: (database: ArrowDatabase) => Promise<T>,
): Promise<T> {
  const { database, close } = await openLoadedDatasets(datasets);
  try {
    return await work(database);
  } finally {
    close();
  }
}

async function prepareDataset(
  database: Database,
  { descriptor }: LoadedDataset,
  text: string,
): Promise<Kept<PreparedDataset>> {
  const file = `datasets/${descriptor.id}/questions.yaml`;
  const parsed = parseQuestions(text, file);
  if (!parsed.ok) return { problems: parsed.problems };
  const samples: Record<string, ResultTable> = {};
  for (const { name } of descriptor.tables) {
    const found = await run(database, `SELECT * FROM ${toQuotedName(name)}`);
    if (found === undefined) throw new Error(`The table ${name} could not be read.`);
    samples[name] = { ...found, rows: found.rows.map((row) => row.map(toShortCell)) };
  }
  const questions: PreparedQuestion[] = [];
  const problems: Problem[] = [];
  for (const question of parsed.value.questions) {
    const prepared = await prepareQuestion(database, question, file);
    if ('problems' in prepared) problems.push(...prepared.problems);
    else questions.push(prepared.value);
  }
  if (problems.length > 0) return { problems };
  return { value: { questions, samples, searchWords: parsed.value.search } };
}

async function prepareLesson(
  database: ArrowDatabase,
  lesson: Lesson,
  tables: readonly TableDescriptor[],
): Promise<Kept<PreparedLesson>> {
  const examples: Record<string, ResultTable> = {};
  for (const { language, text } of examplesOf(lesson)) {
    const answer = await (language === 'sql' ? run(database, text) : runPipeline(database, text, tables));
    // A lesson may show a query that fails, or a part of one: that is read, not run.
    if (answer !== undefined) examples[text] = answer;
  }
  if (lesson.start === undefined) return { value: { examples } };
  const start = await prepareQuestion(database, lesson.start, `lessons/${lesson.id}/lesson.md`);
  return 'problems' in start ? start : { value: { start: start.value, examples } };
}

async function prepareQuestion(
  database: Database,
  starter: StarterQuestion,
  file: string,
): Promise<Kept<PreparedQuestion>> {
  const { question, query, change } = starter;
  const answers = [];
  for (const each of toStarterQueries(starter)) answers.push(await run(database, each));
  const [answer] = answers;
  if (answer === undefined || answers.some((each) => each === undefined || each.rowCount === 0)) {
    const expected = 'a query that runs and gives rows, with each of its changes';
    return { problems: [{ file, line: 1, path: '', expected, found: `"${question}"` }] };
  }
  return { value: { question, query, answer, ...(change && { change }) } };
}

/** Nobody looks at a table for its longest texts: they are cut. */
function toShortCell(cell: Cell): Cell {
  return typeof cell === 'string' && cell.length > longestText ? `${cell.slice(0, longestText - 1)}…` : cell;
}

async function run(database: Database, query: string): Promise<ResultTable | undefined> {
  const { outcome } = await runQuery(database, query, { rowLimit: sampleRows });
  return outcome.status === 'ok' ? outcome.table : undefined;
}

/** What a pipeline that stands in a lesson's text gives. */
async function runPipeline(
  database: ArrowDatabase,
  text: string,
  tables: readonly TableDescriptor[],
): Promise<ResultTable | undefined> {
  const read = readPipeline(text);
  if (!read.ok) return undefined;
  const named = findNamedTables(
    read.pipeline,
    tables.map(({ name }) => name),
  );
  const outcome = await runAuthored(read.pipeline.body, await handOver(database, named), sampleRows);
  return outcome.status === 'replied' && outcome.reply.status === 'table'
    ? toResultTable(outcome.reply, sampleRows)
    : undefined;
}

function examplesOf({ sections }: Lesson): readonly LessonExample[] {
  return sections.filter((section) => section.kind === 'example');
}
