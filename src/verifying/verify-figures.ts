import type { Problem } from '#src/authored/parse-authored.ts';
import { lineInText } from '#src/authored/line-of-path.ts';
import { toQueries } from '#src/exercises/kinds.ts';
import { findFigures, isFigureOf, toProse, type Figure } from '#src/lessons/figures/find-figures.ts';
import { readLessonWords, splitWordsFromCode, type LessonWords } from '#src/lessons/lesson-words.ts';
import type { Lesson } from '#src/lessons/lesson.ts';
import type { Database, RawTable } from '#src/results/database.ts';

/** A lesson with the text of its files, by their path from the project's root. */
interface LessonWithFiles {
  readonly lesson: Lesson;
  readonly files: Readonly<Record<string, string>>;
}

interface Words extends Pick<LessonWords, 'file' | 'path' | 'text'> {
  /** Numbers that the words may tell. */
  readonly known: readonly number[];
}

// A longer result holds so many numbers that one of them is right by chance.
const mostRows = 12;

/**
 * Proves the numbers in a lesson's words: each is given by a query of `figures.yaml`, stands in a query or a short result beside
 * it, or is marked there as a constant of the world.
 *
 * @param database - With the lesson's tables.
 * @param tables - Names of those tables.
 */
export async function verifyFigures(
  database: Database,
  given: LessonWithFiles,
  tables: readonly string[],
): Promise<Problem[]> {
  const { lesson, files } = given;
  const file = `lessons/${lesson.id}/figures.yaml`;
  const atFigures = (path: string, rest: Pick<Problem, 'expected' | 'found' | 'remedy'>): Problem => ({
    ...{ file, path, line: lineInText(files[file] ?? '', path) },
    ...rest,
  });
  const wrong = await proveFigures(database, lesson, atFigures);
  const declared = [
    ...lesson.figures.figures.flatMap(({ gives }) => gives),
    ...lesson.figures.constants.flatMap(({ figures }) => figures),
  ];
  const used = new Set<string>();
  const unproven: Problem[] = [];
  for (const { file: source, path, text, known } of await readWords(database, given, tables)) {
    for (const figure of findFigures(text)) {
      const owner = declared.find((each) => isSameFigure(each, figure));
      if (owner !== undefined) used.add(owner);
      else if (!known.some((number) => isFigureOf(number, figure)))
        unproven.push({
          file: source,
          line: path === '' ? lineAt(text, figure.start) : lineInText(files[source] ?? '', path),
          path,
          expected: 'a figure that the data give',
          found: `"${figure.text}", which no query here gives`,
          remedy: `Write its query in ${file}, or mark it there under constants with its reason.`,
        });
    }
  }
  return [...wrong, ...unproven, ...findUnused(lesson, used, atFigures)];
}

type AtFigures = (path: string, rest: Pick<Problem, 'expected' | 'found' | 'remedy'>) => Problem;

/** What is wrong with the queries of `figures.yaml`. */
async function proveFigures(database: Database, { figures }: Lesson, at: AtFigures): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [index, { query, gives }] of figures.figures.entries()) {
    const path = `figures.${index}`;
    const row = await ask(database, query).then(
      (rows) => rows[0] ?? [],
      (cause: unknown) => String(cause instanceof Error ? cause.message.split('\n')[0] : cause),
    );
    if (typeof row === 'string') {
      problems.push(at(`${path}.query`, { expected: 'a query that runs', found: row }));
      continue;
    }
    for (const [place, text] of gives.entries()) {
      const [figure] = findFigures(text);
      const value = row[place];
      if (figure && isNumeric(value) && isFigureOf(Number(value), figure)) continue;
      problems.push(
        at(`${path}.gives`, {
          expected: `${figure ? 'a number' : 'a figure such as 68.8%'} that the query gives`,
          found: `"${text}", and the query gives ${value === undefined ? 'no such column' : String(value)}`,
          remedy: 'Mend the figure here and in the words, or the query.',
        }),
      );
    }
  }
  return problems;
}

function findUnused({ figures }: Lesson, used: ReadonlySet<string>, at: AtFigures): Problem[] {
  const all = [
    ...figures.figures.map(({ gives }, index) => ({ path: `figures.${index}.gives`, texts: gives })),
    ...figures.constants.map((each, index) => ({ path: `constants.${index}.figures`, texts: each.figures })),
  ];
  return all.flatMap(({ path, texts }) =>
    texts
      .filter((text) => !used.has(text))
      .map((text) =>
        at(path, {
          expected: 'a figure that stands in the words of the lesson',
          found: `"${text}", which stands nowhere`,
          remedy: 'Take it out.',
        }),
      ),
  );
}

function isSameFigure(declared: string, { text, value, step }: Figure): boolean {
  const [own] = findFigures(declared);
  return declared === text || (own !== undefined && own.value === value && own.step === step);
}

async function readWords(
  database: Database,
  { lesson, files }: LessonWithFiles,
  tables: readonly string[],
): Promise<Words[]> {
  const counts: number[] = [];
  for (const table of tables)
    counts.push(...(await readNumbers(database, `SELECT count(*) FROM "${table}"`)));
  const examples = lesson.sections.flatMap((section) => (section.kind === 'example' ? [section] : []));
  const start = lesson.start ? [lesson.start.query] : [];
  const queries = [...start, ...examples.flatMap(({ language, text }) => (language === 'sql' ? [text] : []))];
  const known = [...counts, ...[...start, ...examples.map(({ text }) => text)].flatMap(toLiterals)];
  for (const query of queries) known.push(...(await readNumbers(database, query)));

  const knownIn = new Map<string, readonly number[]>();
  for (const exercise of lesson.exercises) {
    const { code } = splitWordsFromCode(exercise);
    const own = [...counts, ...code.flatMap(toLiterals)];
    for (const query of new Set([...toQueries(exercise), ...code]))
      own.push(...(await readNumbers(database, query)));
    known.push(...own);
    knownIn.set(exercise.id, own);
  }
  return readLessonWords(lesson, files).map(({ exercise, text, ...place }) => ({
    ...place,
    text: toProse(text),
    known: exercise ? (knownIn.get(exercise.id) ?? []) : known,
  }));
}

function toLiterals(code: string): number[] {
  return findFigures(code.replaceAll('_', '')).map(({ value }) => value);
}

/** The rows of a query. A model answer may change tables first: that is undone. */
async function ask(database: Database, query: string): Promise<RawTable['rows']> {
  await database.query('BEGIN TRANSACTION');
  try {
    return (await database.query(query)).rows;
  } finally {
    await database.query('ROLLBACK').catch(() => undefined);
  }
}

/** The numbers of a short result, and how many rows it has. None where a text is no query. */
async function readNumbers(database: Database, query: string): Promise<number[]> {
  try {
    const rows = await ask(database, query);
    const cells = rows.length > mostRows ? [] : rows.flat();
    return [rows.length, ...cells.filter(isNumeric).map(Number)];
  } catch {
    return [];
  }
}

function isNumeric(value: unknown): boolean {
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))
  );
}

function lineAt(text: string, place: number): number {
  return text.slice(0, place).split('\n').length;
}
