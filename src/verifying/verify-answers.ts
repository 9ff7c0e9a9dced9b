import type { Finding } from '#src/authored/finding.ts';
import { runQuery } from '#src/engine/run-query.ts';
import type { SqlExercise } from '#src/exercises/sql/schema.ts';
import type { Compare } from '#src/compare/compare-rules.ts';
import type { Database } from '#src/results/database.ts';
import type { RankedAnswer } from '#src/syntax/rank-rows.ts';
import { isWord } from '#src/sql/is-word.ts';
import { splitStatements } from '#src/sql/statements.ts';
import { tokenise } from '#src/sql/tokens.ts';
import { outerTokens } from '#src/sql/outer-tokens.ts';
import { toAnswerQuery, toPlainSql } from '#src/checker/answer-query.ts';
import type { CheckOptions } from '#src/checker/check-answer.ts';
import type { CompiledChecks } from '#src/checker/compiled-checks.ts';
import { judgeSql } from '#src/checker/judge-sql.ts';
import { toModelQuery, toTypedRows } from '#src/checker/model-query.ts';
import { toVerdictWords } from '#src/exercises/sql/verdict-words.ts';
import type { Verdict } from '#src/checker/verdict.ts';
import { rankAnswers } from './rank-answers.ts';
import { rememberReads } from './remember-reads.ts';
import { verifyStoredOrder } from './verify-stored-order.ts';
import { runAndJudge } from './run-and-judge.ts';

/**
 * Proves that an exercise checks what its author meant: its order is settled, each alternative is accepted, each wrong answer is refused with
 * its own feedback, and nobody passes with the starter, an empty text or the result typed in.
 *
 * @param exercise - One whose model answer `verifyModelAnswer` has nothing to say of.
 * @param database - With the tables as learners have them.
 * @param compiled - Its witnesses tell the wrong answers that the real data do not.
 */
export async function verifyAnswers(
  database: Database,
  exercise: SqlExercise,
  { compiled, tables, stored = database }: Knowledge,
): Promise<Finding[]> {
  const onRealData = { ...compiled, witnesses: [] };
  return [
    ...(await verifyRowOrder(database, exercise.compare, compiled)),
    ...(await verifyStoredOrder(stored, { ...exercise, ranked: compiled.ranked })),
    // The compiled checks verify on the witnesses what it is told of an alternative here on the real data.
    ...(await verifyAlternatives(database, exercise, onRealData)),
    ...(await verifyWrongAnswers(database, exercise, { compiled, tables })),
    ...(await verifyUnfinished(database, exercise, onRealData)),
  ];
}

/** What the build knows of an exercise, and every table of its datasets. */
interface Knowledge extends Required<Pick<CheckOptions, 'compiled' | 'tables'>> {
  /** A database with the tables themselves, where learners have views: only tables have an order in which they are stored. */
  readonly stored?: Database;
}

/**
 * Proves that the model answer runs, finds rows, gives the same result at every run, and sorts them where their order
 * counts. Where it does not, nothing else can be judged.
 */
export async function verifyModelAnswer(database: Database, exercise: SqlExercise): Promise<Finding[]> {
  const compiled = { ...(await rankAnswers(database, exercise)), witnesses: [], nearMisses: [] };
  const { solution, compare } = exercise;
  const path = 'solution';
  const model = toAnswerQuery(solution);
  const { length } = splitStatements(solution);
  if (!model) {
    return [
      {
        path,
        expected: 'a query that gives rows',
        found: 'none',
        remedy: 'After a change (INSERT, CREATE), end with a SELECT that shows it.',
      },
    ];
  }
  if (length !== model.changes.length + 1) {
    return [
      {
        path,
        expected: 'one query, or changes and then one query that shows them',
        found: `${length} statements`,
        remedy: 'Leave out what does not count.',
      },
    ];
  }
  const { outcome } = await runQuery(database, solution);
  if (outcome.status === 'error') {
    const { message, details } = outcome.error;
    return [
      {
        path,
        expected: 'a query that runs',
        found: `"${message}"`,
        remedy: details.split('\n')[0] ?? details,
      },
    ];
  }
  if (outcome.status === 'ok' && outcome.table.rowCount === 0) {
    return [
      {
        path,
        expected: 'a query that finds rows',
        found: 'none',
        remedy:
          'Many mistakes give no rows, so nothing could be told apart. Ask for something that is there.',
      },
    ];
  }
  if (
    compare.order === 'required' &&
    !outerTokens(tokenise(solution)).some((token) => isWord(token, 'ORDER'))
  ) {
    return [
      {
        path,
        expected: 'ORDER BY, since compare.order is "required"',
        found: 'none',
        remedy: 'Sort the model answer, or let the order be "ignored".',
      },
    ];
  }
  const verdict = await runAndJudge(database, { ...exercise, wrong: [] }, solution, { compiled });
  if (verdict.kind === 'correct') return [];
  // To learn its columns from the rows, PIVOT changes a setting, and the learner's engine has locked all of them.
  if (
    verdict.kind === 'undecided' &&
    tokenise(solution).some((token) => isWord(token, 'PIVOT', 'PIVOT_WIDER'))
  )
    return [
      {
        path,
        expected: 'a query that the check can run in the learner’s engine',
        found: 'a PIVOT that takes its columns from the rows',
        remedy: 'Name the columns, as in ON month IN (1, 2, 3), or write one sum with FILTER for each.',
      },
    ];
  return [
    {
      path,
      expected: 'the same result at every run',
      found: describe(verdict),
      remedy:
        'A model answer must not depend on chance, on the time of day or on the order rows are stored in.',
    },
  ];
}

/** Where the order counts, rows that tie must be no accident: the author says that they may, or adds a key. */
async function verifyRowOrder(
  database: Database,
  { order, ties }: Compare,
  { ranked }: CompiledChecks,
): Promise<Finding[]> {
  if (order === 'ignored' || ties === 'any-order' || !ranked) return [];
  const { sql, limit, offset = 0 } = ranked;
  const last = limit === undefined ? '' : `WHERE first <= ${offset + limit} AND last > ${offset}`;
  const { rows } = await database.query(
    // Rows that are equal throughout may stand in any order: nobody can tell.
    `WITH kinds AS (SELECT *, count(*) AS n FROM (${sql}) GROUP BY ALL), ` +
      'ranks AS (SELECT sum(sum(n)) OVER (ORDER BY _rank) AS last, last - sum(n) + 1 AS first, count(*) AS kinds, sum(n) AS n ' +
      `FROM kinds GROUP BY _rank) SELECT sum(n)::BIGINT FROM ranks ${last} ${last === '' ? 'WHERE' : 'AND'} kinds > 1`,
  );
  const tied = Number(rows[0]?.[0] ?? 0);
  if (tied === 0) return [];
  return [
    {
      path: 'solution',
      expected: 'sort keys that settle the order, since compare.order is "required"',
      found: `${tied} rows that tie on them`,
      remedy:
        'Add a tie-break to the task and to ORDER BY. If rows that tie may stand in any order, say compare.ties: any-order.',
    },
  ];
}

async function verifyAlternatives(
  database: Database,
  exercise: SqlExercise,
  compiled: CompiledChecks,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const texts = [exercise.solution, ...exercise.alternatives].map(toPlainSql);
  for (const [index, answer] of exercise.alternatives.entries()) {
    const path = `alternatives.${index}`;
    if (texts.indexOf(texts[index + 1] ?? '') <= index) {
      findings.push({ path, expected: 'an answer in other words', found: 'one that stands here already' });
      continue;
    }
    const verdict = await runAndJudge(database, exercise, answer, { compiled });
    if (verdict.kind === 'correct') continue;
    findings.push({
      path,
      expected: 'an answer that is accepted',
      found: describe(verdict),
      remedy: 'Mend the alternative or the model answer, or loosen `compare`.',
    });
  }
  return findings;
}

async function verifyWrongAnswers(
  database: Database,
  exercise: SqlExercise,
  knowledge: Knowledge,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const texts = exercise.wrong.map(({ answer }) => toPlainSql(answer));
  const memory = rememberReads(database);
  for (const [index, { answer, feedback }] of exercise.wrong.entries()) {
    const path = `wrong.${index}.answer`;
    const expected = 'an answer that is refused with its own feedback';
    const twin = texts.indexOf(texts[index] ?? '');
    if (twin < index) {
      findings.push({
        path,
        expected,
        found: `the text of wrong.${twin}`,
        remedy: 'Give each wrong answer once.',
      });
      continue;
    }
    if (await isToldAtOnce(memory, exercise, index, knowledge.compiled)) continue;
    const byResult = await runAndJudge(database, exercise, answer, { ...knowledge, byResultOnly: true });
    if (byResult.kind === 'known-mistake' && byResult.feedback !== feedback) {
      findings.push({
        path,
        expected,
        found: `the same result as wrong.${exercise.wrong.findIndex((other) => other.feedback === byResult.feedback)}, whose feedback learners would read`,
        remedy: 'Keep one of the two, or give both the same feedback.',
      });
    }
    // One that is refused in our own words has no result to be known by: it does not run, or does not sort.
    if (byResult.kind === 'correct' || byResult.kind === 'undecided') {
      findings.push({
        path,
        expected,
        found: `${describe(byResult)} when it is written in other words`,
        remedy:
          'On this data the mistake does no harm, and no witness tells it. Choose a question or a column where it does, or remove the answer.',
      });
    }
  }
  return findings;
}

/**
 * Whether one look settles that a declared wrong answer has a result of its own: neither the model answer's nor that of one
 * declared before it. Whatever needs a second look goes the learner's way.
 */
async function isToldAtOnce(
  database: Database,
  { solution, wrong, compare }: SqlExercise,
  index: number,
  { ranked, rankedWrong }: CompiledChecks,
): Promise<boolean> {
  const answer = wrong[index]?.answer ?? '';
  const others = [
    { text: solution, rank: ranked },
    ...wrong.slice(0, index).map(({ answer: text }, place) => ({ text, rank: rankedWrong?.[place] })),
  ];
  for (const { text, rank } of others)
    if (!(await isOtherResult(database, answer, { text, rank, compare }))) return false;
  return true;
}

/** Whether one look settles that a text has another result than a second one. */
async function isOtherResult(
  database: Database,
  answer: string,
  { text, rank, compare }: { text: string; rank: RankedAnswer | null | undefined; compare: Compare },
): Promise<boolean> {
  const [mine, other] = [answer, text].map(toAnswerQuery);
  if (!mine || mine.changes.length > 0 || !other || other.changes.length > 0) return false;
  const judged = { solution: other.query, compare, ...(rank && { compiled: { ranked: rank } }) };
  return !(await judgeSql(database, judged, mine.query).catch(() => true));
}

async function verifyUnfinished(
  database: Database,
  exercise: SqlExercise,
  compiled: CompiledChecks,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const memory = rememberReads(database);
  const { solution, compare } = exercise;
  for (const [path, what, answer, remedy] of [
    ['starter', 'the starter', exercise.starter, 'Leave something for the learner to do.'],
    ['', 'an empty text', '', 'Leave something for the learner to do.'],
    [
      'solution',
      'the result typed in',
      await toTypedRows(database, await toModelQuery(database, exercise.solution), maxTypedRows),
      'Ask for something that must be worked out from a table.',
    ],
  ] as const) {
    if (await isOtherResult(memory, answer, { text: solution, rank: compiled.ranked, compare })) continue;
    const verdict = await runAndJudge(database, { ...exercise, wrong: [] }, answer, { compiled });
    if (verdict.kind === 'correct')
      findings.push({ path, expected: `that ${what} does not pass`, found: 'that it does', remedy });
  }
  return findings;
}

// Nobody types in more.
const maxTypedRows = 200;
function describe(verdict: Verdict): string {
  if (verdict.kind === 'correct') return 'one that is accepted';
  const { headline, body } = toVerdictWords(verdict);
  return `"${headline} ${body}"`.replaceAll('\n', ' ');
}
