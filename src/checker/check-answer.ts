import type { Compare } from '#src/compare/compare-rules.ts';
import type { Database } from '#src/results/database.ts';
import type { RunOutcome } from '#src/results/run-outcome.ts';
import type { RankedAnswer } from '#src/syntax/rank-rows.ts';
import type { WitnessTableShape } from '#src/witnesses/witness.ts';
import { toAnswerQuery, toPlainSql, type AnswerQuery } from './answer-query.ts';
import type { CheckedExercise } from './checked-exercise.ts';
import { alignColumns } from '#src/compare/align-columns.ts';
import { explainDifference, isSameResult } from '#src/compare/compare-results.ts';
import type { CompiledChecks, NearMiss } from './compiled-checks.ts';
import { findUnknownText, findUnmet } from './causes/find-unmet.ts';
import { fitsFeedback } from './causes/fits-feedback.ts';
import { showsChange } from './causes/text-change.ts';
import { checkMeans } from './means/check-means.ts';
import { checkWitnesses } from './witnesses/check-witnesses.ts';
import { parseEngineError, toHeadline } from '#src/engine/engine-error.ts';
import { keepsCount } from './means/keeps-count.ts';
import { toModelQuery } from './model-query.ts';
import { lighterAdvice, toUndecidedReason } from './undecided-reason.ts';
import { createScratchName } from './scratch-name.ts';
import { readExpected, type ExpectedResult } from '#src/compare/expected-result.ts';
import { findClause } from './find-clause.ts';
import { fingerprintRows } from '#src/compare/fingerprint.ts';
import { joinsSources } from '#src/sql/relations.ts';
import { tokenise } from '#src/sql/tokens.ts';
import { sortsWhereNeeded } from './query-plan.ts';
import { copyResult, describeQuery, type ResultCopy } from '#src/compare/result-copy.ts';
import type { Hint, Verdict } from './verdict.ts';

export interface CheckResult {
  readonly verdict: Verdict;
}

export interface CheckOptions {
  /** What came of running the same text for the learner to see. */
  readonly outcome: RunOutcome;
  /** What the build knows of the exercise. Without it the model answer's own sequence counts where order is required. */
  readonly compiled?: CompiledChecks;
  /** Every table of the exercise's datasets: needed for the witnesses. */
  readonly tables?: readonly WitnessTableShape[];
  /** Leaves out the rule that a declared wrong answer is known by its text: for proving that its result tells it too. */
  readonly byResultOnly?: boolean;
}

const nothingCompiled: CompiledChecks = { witnesses: [], nearMisses: [] };
// A result this long is wrong in any lesson; more rows would only make the learner wait for the same verdict.
const rowLimit = 100_000;
// Copying a thousand columns can use up the browser's memory, and no lesson asks for as many.
const maxColumns = 100;

/**
 * Judges a learner's text against an exercise.
 *
 * An answer is right when its result equals the model answer's under the exercise's `compare` rules, on the real data
 * and on every witness. The results are compared inside the database, in transactions that are rolled back. A learner's mistake is a verdict; so is a
 * failure of our own (`undecided`), which never counts as wrong. Rejects only when the transaction cannot be undone:
 * then the database must be replaced.
 *
 * @param database - Idle, with the exercise's tables under their plain names.
 */
export async function checkAnswer(
  database: Database,
  exercise: CheckedExercise,
  answer: string,
  options: CheckOptions,
): Promise<CheckResult> {
  const verdict = await judge(database, exercise, answer, options);
  const plain = toPlainSql(answer);
  const declared = exercise.wrong.find((wrong) => toPlainSql(wrong.answer) === plain);
  const isKnown = declared !== undefined && options.byResultOnly !== true;
  return { verdict: isKnown ? toKnownMistake(declared.feedback, verdict) : verdict };
}

/** The author's words in place of our own, with the evidence that was found. */
function toKnownMistake(feedback: string, verdict: Verdict): Verdict {
  const difference = verdict.kind === 'known-mistake' ? verdict.difference : verdict;
  return difference === undefined || difference.kind === 'correct' || difference.kind === 'undecided'
    ? { kind: 'known-mistake', feedback }
    : { kind: 'known-mistake', feedback, difference };
}

async function judge(
  database: Database,
  exercise: CheckedExercise,
  answer: string,
  { outcome, compiled = nothingCompiled, tables = [] }: CheckOptions,
): Promise<Verdict> {
  switch (outcome.status) {
    case 'error':
      return { kind: 'does-not-run', error: outcome.error };
    case 'timeout':
      return {
        kind: 'undecided',
        reason: `Your query was stopped after ${outcome.limitMs / 1000} seconds, so it has no result to check. ${lighterAdvice}`,
      };
    case 'cancelled':
      return { kind: 'undecided', reason: 'Your query was stopped, so it has no result to check.' };
    case 'ok':
  }
  const query = toAnswerQuery(answer);
  if (!query) return { kind: 'does-not-run', error: noResult };

  const name = createScratchName();
  const { rowCount } = outcome.table;
  const { wrong, compare } = exercise;
  let model: string;
  try {
    model = await toModelQuery(database, exercise.solution);
  } catch (cause) {
    return toUndecided(cause);
  }
  const verdict = await judgeHere(database, exercise, compiled, { query, model, name, rowCount });
  if (verdict.kind !== 'correct') return verdict;
  const shown = await checkWitnesses(database, {
    exercise: { solution: model, wrong, compare, compiled },
    tables,
    answer: query,
    name,
  });
  if (shown) return shown;
  const counted = await keepsCount(database, {
    ...{ solution: model, compare, ranked: compiled.ranked },
    ...{ answer: query, tables, name },
  });
  return counted ? { kind: 'other-means', lacks: [], uses: ['row-count'] } : verdict;
}

/** Judges by the result on the real tables, in a transaction that is rolled back. */
async function judgeHere(
  database: Database,
  exercise: CheckedExercise,
  compiled: CompiledChecks,
  given: GivenAnswer,
): Promise<Verdict> {
  const unusable = new Set<number>();
  for (;;) {
    await database.query('BEGIN TRANSACTION');
    try {
      return await judgeQuery(database, exercise, compiled, { ...given, unusable });
    } catch (cause) {
      if (cause instanceof MistakeFailure) unusable.add(cause.index);
      else if (cause instanceof AnswerFailure) return toFailureVerdict(cause.cause);
      else return toUndecided(cause);
    } finally {
      await database.query('ROLLBACK');
    }
  }
}

/** A declared wrong answer that fails on some row has spoilt the transaction: the check begins again without it. */
class MistakeFailure extends Error {
  readonly index: number;
  constructor(index: number) {
    super('A declared wrong answer does not run.');
    this.index = index;
  }
}

/** The answer itself failed: on a row beyond those that were shown. */
class AnswerFailure extends Error {}

function toFailureVerdict(cause: unknown): Verdict {
  const error = parseEngineError(cause);
  // Where the machine or the check is at fault, the answer may be right.
  if (error.fault !== 'query') return toUndecided(cause);
  return {
    kind: 'does-not-run',
    error: {
      message: 'Your query fails on a row beyond those that were shown.',
      advice: 'Look for a value that cannot be converted or worked out.',
      details: `${error.type} Error: ${toHeadline(error)}`,
    },
  };
}

function toUndecided(cause: unknown): Verdict {
  const error = parseEngineError(cause);
  const isTooMuch = error.fault === 'memory' || error.fault === 'stopped';
  const reason = isTooMuch
    ? toUndecidedReason(error.fault)
    : `The check itself failed (${toHeadline(error)}).`;
  return { kind: 'undecided', reason };
}

interface GivenAnswer {
  readonly query: AnswerQuery;
  /** The model answer as one query. */
  readonly model: string;
  /** Begins the names of our tables: one that the learner's text cannot know. */
  readonly name: string;
  /** Rows that the learner saw counted. */
  readonly rowCount: number;
}

interface JudgedAnswer extends GivenAnswer {
  /** Places of the declared wrong answers that fail on some row: those are known by their text alone. */
  readonly unusable: ReadonlySet<number>;
}

const noResult = {
  message: 'Your text has no SELECT, so there is no result to check.',
  advice: 'End with a SELECT that shows what the task asks for.',
  details: 'The check compares the rows of the last SELECT.',
};

async function judgeQuery(
  database: Database,
  exercise: CheckedExercise,
  { ranked, rankedWrong, nearMisses }: CompiledChecks,
  given: JudgedAnswer,
): Promise<Verdict> {
  const { wrong, compare } = exercise;
  const { name, model } = given;
  const copyExpected = (sql: string, order: RankedAnswer | undefined, table: string) =>
    readExpected(database, sql, order, { compare, table: `${name}_${table}` });
  const expected = await copyExpected(model, ranked, 'expected');
  const copyMistake = async (index: number): Promise<ExpectedResult | undefined> => {
    const mistake = toAnswerQuery(wrong[index]?.answer ?? '');
    // One that does not run, or that changes something first, is known by its text alone.
    if (!mistake || mistake.changes.length > 0 || given.unusable.has(index)) return undefined;
    try {
      return await copyExpected(mistake.query, rankedWrong?.[index] ?? undefined, `wrong_${index}`);
    } catch {
      await database.query('SELECT 1').catch(() => {
        throw new MistakeFailure(index);
      });
      return undefined;
    }
  };

  // The learner's own statements may change the tables, so all that is expected of them is read first.
  const early: (ExpectedResult | undefined)[] = [];
  if (given.query.changes.length > 0) {
    for (const index of wrong.keys()) early.push(await copyMistake(index));
  }
  const described = await ofAnswer(async () => {
    for (const change of given.query.changes) await database.query(change);
    return describeQuery(database, given.query.query);
  });
  if (described.columns.length > maxColumns) {
    const columns = alignColumns(described.columns, expected.copy.columns, compare);
    if (!columns.ok) return columns.difference;
  }
  const limit = Math.max(rowLimit, expected.copy.rowCount);
  const found = await ofAnswer(() =>
    copyResult(database, described, { table: `${name}_found`, rowLimit: limit }),
  );

  if (await isSameResult(database, { found, expected, compare })) {
    const means = await checkMeans(database, exercise, given.query, expected.copy);
    const isTypedIn = means?.uses.includes('literal-answer') === true;
    if (!isTypedIn && !(await sortsWhereNeeded(database, compare, described.query, found.rowCount))) {
      return { kind: 'wrong-order', unsorted: true };
    }
    return means ?? { kind: 'correct' };
  }
  const foundCount = found.cut ? Math.max(given.rowCount, found.rowCount + 1) : found.rowCount;
  // A result without rows is not told by its rows: many mistakes give it.
  const isTelling = found.rowCount > 0;
  for (const [index, { feedback, answer }] of isTelling ? wrong.entries() : []) {
    if (!fitsFeedback(feedback, answer, described.query)) continue;
    const mistake = given.query.changes.length > 0 ? early[index] : await copyMistake(index);
    if (mistake && (await isSameResult(database, { found, expected: mistake, compare }))) {
      const difference = await explainDifference(database, { found, foundCount, expected, compare });
      return toKnownMistake(feedback, difference);
    }
  }
  const verdict = await explainDifference(database, { found, foundCount, expected, compare });
  if (
    verdict.kind === 'wrong-order' &&
    !(await sortsWhereNeeded(database, compare, described.query, found.rowCount))
  ) {
    return { kind: 'wrong-order', unsorted: true };
  }
  const isOther = verdict.kind === 'wrong-rows' || verdict.kind === 'wrong-values';
  const unknown = isOther ? await findUnknownText(database, described.query) : undefined;
  if (unknown !== undefined) return withHint(verdict, { clause: unknown });
  const nearMiss =
    found.cut || !isTelling
      ? undefined
      : await findNearMiss(database, found, compare, nearMisses, described.query);
  if (nearMiss !== undefined) return withHint(verdict, { nearMiss });
  // How often rows stand is a fact that the words say; only a join that is there can be pointed at.
  if (verdict.kind === 'wrong-rows' && verdict.repeats) {
    return joinsSources(tokenise(described.query)) ? withHint(verdict, { clause: joinHint }) : verdict;
  }
  if (isOther && !isTelling) {
    const unmet = await findUnmet(database, described.query);
    if (unmet !== undefined) return withHint(verdict, { clause: unmet });
  }
  const isPlain = given.query.changes.length === 0 && toAnswerQuery(exercise.solution)?.query === model;
  if (!isPlain || !isOther) return verdict;
  const clause = await findClause(
    database,
    { answer: described.query, solution: model, compare },
    `${name}_clause`,
  );
  return clause === undefined ? verdict : withHint(verdict, { clause });
}

const joinHint = 'Look at your join: does a row of one table meet more than one row of the other?';

async function ofAnswer<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new AnswerFailure('The answer failed.', { cause });
  }
}

function withHint(verdict: Verdict, hint: Hint): Verdict {
  switch (verdict.kind) {
    case 'wrong-order':
      return 'unsorted' in verdict ? verdict : { ...verdict, ...hint };
    case 'wrong-columns':
    case 'wrong-rows':
    case 'wrong-values':
      return { ...verdict, ...hint };
    default:
      return verdict;
  }
}

/** The sentence of a slip that gives the same result and that the answer's own text shows, if there is one. */
async function findNearMiss(
  database: Database,
  found: ResultCopy,
  compare: Compare,
  nearMisses: readonly NearMiss[],
  answer: string,
): Promise<string | undefined> {
  if (nearMisses.length === 0) return undefined;
  const own = await fingerprintRows(database, found.table, found.columns, compare);
  return nearMisses.find(({ fingerprint, change }) => fingerprint === own && showsChange(answer, change))
    ?.sentence;
}
