import type { MeansRules } from '../checked-exercise.ts';
import type { Database } from '#src/results/database.ts';
import { splitClauses } from '#src/sql/clauses.ts';
import { findConstructs } from '#src/sql/constructs.ts';
import { isWord } from '#src/sql/is-word.ts';
import { outerTokens } from '#src/sql/outer-tokens.ts';
import { findReflection } from '#src/sql/reflection.ts';
import { findRelations } from '#src/sql/relations.ts';
import { tokenise } from '#src/sql/tokens.ts';
import { toUsedTokens } from '#src/sql/used-tokens.ts';
import { toAnswerQuery, type AnswerQuery } from '../answer-query.ts';
import { isNumberType } from '#src/results/number-type.ts';
import { hasStep, readPlan, type PlanStep } from '../query-plan.ts';
import type { ResultCopy } from '#src/compare/result-copy.ts';
import type { Verdict } from '../verdict.ts';

type OtherMeans = Extract<Verdict, { kind: 'other-means' }>;

/**
 * Whether a right result was reached by the means that the task asks for. An answer that reads no table is refused in
 * every exercise whose model answer reads one.
 *
 * @param expected - The expected result: its numbers must not be typed in where the exercise refuses that.
 */
export async function checkMeans(
  database: Database,
  { solution, requires = [], refuses = [] }: MeansRules,
  answer: AnswerQuery,
  expected: ResultCopy,
): Promise<OtherMeans | undefined> {
  const used = new Set([...answer.changes, answer.query].flatMap((text) => [...findConstructs(text)]));
  const plan = await readPlan(database, answer.query);
  const uses = new Set<string>(refuses.filter((construct) => used.has(construct)));
  if (
    isLiteral(answer, plan) &&
    !isLiteral(toAnswerQuery(solution) ?? { changes: [], query: solution }, undefined)
  ) {
    uses.add('literal-answer');
  }
  if (looksAround(answer, solution)) uses.add('reflection');
  if (used.has('limit') && cutsOff(answer, solution, expected.rowCount)) uses.add('limit');
  if (refuses.includes('hard-coded-number') && (await typesAnswer(database, answer, solution, expected))) {
    uses.add('hard-coded-number');
  }
  const lacks = requires.filter(
    (construct) => !used.has(construct) || (construct === 'join' && !joins(plan)),
  );
  return lacks.length + uses.size > 0 ? { kind: 'other-means', lacks, uses: [...uses] } : undefined;
}

/** Whether the answer runs a text or tells one run from another in a way that the model answer does not. */
function looksAround({ changes, query }: AnswerQuery, solution: string): boolean {
  const allowed = findReflection(solution);
  return [...changes, query].some((text) => [...findReflection(text)].some((name) => !allowed.has(name)));
}

// With one of these a model answer shows a fixed number of rows too, or picks them by their place.
const picking = ['LIMIT', 'FETCH', 'QUALIFY', 'OVER', 'SAMPLE', 'TABLESAMPLE'];

// Whoever limits a few rows to a thousand means no limit.
const generousLimit = 10;

/**
 * Whether the answer's last step is a LIMIT where the model answer takes all rows: today it cuts nothing off, with more
 * rows it would. A single row that sums up all others cannot be cut.
 */
function cutsOff({ query }: AnswerQuery, solution: string, rowCount: number): boolean {
  const clauses = splitClauses(solution);
  const sumsUp = clauses !== undefined && clauses.groupBy === undefined && namesAggregate(clauses.select);
  const isPicking = tokenise(solution).some((token) => isWord(token, ...picking));
  // One row is mostly known by its key; where rows may tie for it, a witness has them tie.
  if (sumsUp || isPicking || rowCount <= 1) return false;
  const tokens = outerTokens(tokenise(query));
  const place = tokens.findIndex((token) => isWord(token, 'LIMIT', 'FETCH'));
  const rows = tokens.slice(place).find(({ kind }) => kind === 'number');
  return place >= 0 && rows !== undefined && toCount(rows.text) <= generousLimit * rowCount;
}

function toCount(text: string): number {
  return Number(text.replaceAll('_', ''));
}

const aggregates = [
  ...[
    'count',
    'sum',
    'avg',
    'mean',
    'min',
    'max',
    'median',
    'mode',
    'stddev',
    'quantile_cont',
    'quantile_disc',
  ],
  ...['bool_and', 'bool_or', 'string_agg', 'list', 'arg_max', 'arg_min', 'max_by', 'min_by', 'first', 'last'],
];

function namesAggregate(select: string): boolean {
  const constructs = findConstructs(`SELECT ${select}`);
  return aggregates.some((name) => constructs.has(`function:${name}`));
}

/** Neither the text nor the plan reads a table: numbers may come from statistics, so that the plan alone is not enough. */
function isLiteral({ changes, query }: AnswerQuery, plan: PlanStep | undefined): boolean {
  const scans = /^(?!DUMMY_|COLUMN_DATA_|EXPRESSION_|CTE_|REC_CTE_|RECURSIVE_).*SCAN/;
  const inPlan = plan !== undefined && hasStep(plan, (name) => scans.test(name));
  const namesTable = [...changes, query].some((text) => {
    const { tokens, named } = toUsedTokens(text);
    return findRelations(tokens).some(({ name, qualifiers }) => qualifiers > 0 || !named.has(name));
  });
  return !inPlan && !namesTable;
}

function joins(plan: PlanStep | undefined): boolean {
  // Rows that are known to be none need no join.
  return (
    plan === undefined ||
    hasStep(plan, (name) => /JOIN|CROSS_PRODUCT|EMPTY_RESULT|POSITIONAL|UNNEST|INOUT/.test(name))
  );
}

// A long result holds so many numbers that one of them may well stand in a fair query.
const maxRows = 20;

/** Whether a number of the expected result stands in the answer, but not in the model answer. */
async function typesAnswer(
  database: Database,
  { changes, query }: AnswerQuery,
  solution: string,
  { table, columns, rowCount }: ResultCopy,
): Promise<boolean> {
  const numeric = columns.flatMap(({ type }, index) => (isNumberType(type) ? [`c${index + 1}::DOUBLE`] : []));
  if (rowCount > maxRows || numeric.length === 0) return false;
  const { rows } = await database.query(`SELECT ${numeric.join(', ')} FROM ${table}`);
  const allowed = [...toNumbers(solution), ...toNumbersInText(solution)];
  const typed = [...changes, query].flatMap(toNumbers).filter((number) => !allowed.includes(number));
  return rows.flat().some((cell) => isTelling(cell) && typed.includes(Math.abs(Number(cell))));
}

function toNumbers(sql: string): number[] {
  const { tokens } = toUsedTokens(sql);
  return tokens.flatMap(({ kind, text }) => {
    const isNumeric = kind === 'number' || (kind === 'text' && /^'-?[\d.]+'$/.test(text));
    return isNumeric ? [Math.abs(toCount(text.replaceAll("'", '')))] : [];
  });
}

/** Numbers inside quotes: the year of a date that the model answer names is no secret. */
function toNumbersInText(sql: string): number[] {
  const texts = toUsedTokens(sql).tokens.filter(({ kind }) => kind === 'text');
  return texts.flatMap(({ text }) => (text.match(/\d+/g) ?? []).map(Number));
}

/** Numbers such as 0, 5 and 100 stand in many fair queries. */
function isTelling(cell: unknown): boolean {
  return typeof cell === 'number' && String(cell).replace(/^-|\.|0+$/g, '').length > 1;
}
