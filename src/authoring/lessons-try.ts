import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { toProblemText } from '#src/authored/parse-authored.ts';
import { openEndableJudge } from '#src/verifying/node/open-endable-judge.ts';
import type { LessonJudge } from '#src/verifying/node/open-lesson-judge.ts';
import { judgeFolder, type JudgedFile } from '#src/verifying/node/judge-folder.ts';
import { parseReport } from '#src/exercises/parse-report.ts';
import type { Built, Exercise } from '#src/exercises/kinds.ts';
import { countWords } from '#src/words/count-words.ts';
import { loadBuilt } from './node/build-exercises.ts';
import { createBrowserSandbox } from './node/create-browser-sandbox.ts';
import { projectRoot } from './node/project-root.ts';
import { toVerdictText } from './node/verdict-text.ts';

const usage = `Write: npm run lessons:try -- <exercise> <file>       what the page says of an answer: a query, a pipeline, a figure, letters, lines
   or: npm run lessons:try -- <exercise> -            the same, from what is typed or piped in
   or: npm run lessons:try -- <report.yaml>           judge a learner's report again
   or: npm run lessons:try -- --all <folder>          every <exercise>/right-* and wrong-* (.sql, .js, .txt) in a folder
  --json    as JSON`;

/** What is to be judged. */
interface Question {
  readonly exercise: Exercise;
  readonly answer: string;
  /** What has changed since a report was made. */
  readonly changes: readonly string[];
}

const { values, positionals } = readArguments();
let loading: ReturnType<typeof loadBuilt> | undefined;
const warned = new Set<string>();
// Anybody may have written the pipelines that are tried here: they never run in this process.
const sandbox = createBrowserSandbox(projectRoot);
const lessonJudge = await openEndableJudge(projectRoot, loadBuiltOf, { runPipeline: sandbox.run });
try {
  if (values.all === undefined) await tryOne();
  else await tryAll(values.all);
} finally {
  lessonJudge.close();
  await sandbox.close();
}

/** What the build knows of an exercise. What is wrong with it is told, but does not keep anybody from trying. */
async function loadBuiltOf(id: string): Promise<Built | undefined> {
  const only = values.all === undefined ? [id] : undefined;
  loading ??= loadBuilt(projectRoot, only).catch(fail);
  const { built, problems } = await loading;
  const own = problems.filter(({ file }) => file === `lessons/${id}.yaml`);
  if (own.length > 0 && !warned.has(id)) {
    console.error(`${own.map(toProblemText).join('\n')}\nThe exercise is judged all the same.\n`);
    warned.add(id);
  }
  return built[id];
}

function readArguments() {
  try {
    const options = { json: { type: 'boolean' }, all: { type: 'string' } } as const;
    const parsed = parseArgs({ options, allowPositionals: true });
    const wanted = parsed.values.all === undefined ? [1, 2] : [0];
    if (!wanted.includes(parsed.positionals.length)) fail(usage);
    return parsed;
  } catch (cause) {
    return fail(`${cause instanceof Error ? cause.message : String(cause)}\n${usage}`);
  }
}

async function tryOne(): Promise<void> {
  const [first = '', second] = positionals;
  const { exercise, answer, changes } =
    second === undefined || /\.ya?ml$/.test(second)
      ? readReport(await read(second ?? first), second ?? first, lessonJudge)
      : { exercise: findExercise(first, lessonJudge), answer: await read(second), changes: [] };
  const judgement = await lessonJudge.judge(exercise, answer);
  if (values.json) {
    const { kind, ...evidence } = judgement.verdict;
    const timings = { checkMs: Math.round(judgement.elapsedMs) };
    console.log(
      JSON.stringify(
        { exercise: exercise.id, verdict: kind, evidence, feedback: judgement.words, timings, changes },
        null,
        2,
      ),
    );
  } else {
    console.log([...changes, toVerdictText(judgement)].join('\n'));
  }
  if (judgement.verdict.kind !== 'correct') process.exitCode = 1;
}

async function tryAll(folder: string): Promise<void> {
  const tried = await judgeFolder(lessonJudge, folder).catch(fail);
  console.log(values.json ? JSON.stringify(tried, null, 2) : toTriedText(tried));
  if (tried.length === 0 || tried.some(({ agrees }) => !agrees)) process.exitCode = 1;
}

function toTriedText(tried: readonly JudgedFile[]): string {
  const width = Math.max(0, ...tried.map(({ file }) => file.length));
  const lines = tried.map(
    ({ file, agrees, verdict = '-', words }) =>
      `${agrees ? '  ' : '! '}${file.padEnd(width)}  ${verdict.padEnd(15)}  ${words}`,
  );
  const odd = tried.filter(({ agrees }) => !agrees).length;
  const files = countWords(tried.length, 'file');
  return [
    ...lines,
    odd === 0 ? `${files}, all judged as their names say.` : `${files}, ${odd} not judged as named: see !`,
  ].join('\n');
}

function readReport(text: string, file: string, { dataOf }: LessonJudge): Question {
  const parsed = parseReport(text, file);
  if (!parsed.ok) return fail(`${parsed.problems.map(toProblemText).join('\n')}\n${usage}`);
  const { exercise: id, version, data, answer } = parsed.value;
  const exercise = findExercise(id, lessonJudge);
  const now = dataOf(exercise);
  const tables = Object.keys(now).filter((name) => now[name] !== data[name]);
  return {
    exercise,
    answer,
    changes: [
      ...(version === exercise.version ? [] : ['The exercise has changed since this report was made.']),
      ...(tables.length === 0
        ? []
        : [`The data have changed since this report was made: ${tables.join(', ')}.`]),
    ],
  };
}

function findExercise(id: string, { find, ids }: LessonJudge): Exercise {
  return find(id) ?? fail(`There is no exercise "${id}". There are:\n  ${ids.join('\n  ')}`);
}

async function read(file: string): Promise<string> {
  return file === '-'
    ? readAll(process.stdin)
    : readFile(file, 'utf8').catch(() => fail(`The file ${file} cannot be read.`));
}

function fail(problem: unknown): never {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exit(2);
}
