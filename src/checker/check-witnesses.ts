import type { Database } from '#src/results/database.ts';
import { toCell } from '#src/results/to-cell.ts';
import { toName } from '#src/sql/used-tokens.ts';
import { tokenise } from '#src/sql/tokens.ts';
import { toWitnessStatements, type Witness, type WitnessTableShape } from '#src/witnesses/witness.ts';
import type { AnswerQuery } from './answer-query.ts';
import { isSameResult } from './compare-results.ts';
import { toEngineWords } from './engine-words.ts';
import { readExpected, type ExpectedResult } from './expected-result.ts';
import { judgeSql, type JudgedExercise } from './judge-sql.ts';
import { markDifferences } from './mark-differences.ts';
import { copyResult, describeQuery, readRows, type ResultCopy } from './result-copy.ts';
import { shrinkWitness } from './shrink-witness.ts';
import type { NamedSample, Verdict } from './verdict.ts';
import { toWitnessQuery } from './witness-query.ts';

export type RightHereOnly = Extract<Verdict, { kind: 'right-here-only' }>;

interface WitnessCheck {
  readonly exercise: JudgedExercise;
  readonly witnesses: readonly Witness[];
  /** Every table of the exercise's datasets. */
  readonly tables: readonly WitnessTableShape[];
  readonly answer: AnswerQuery;
  /** Begins the names of what is made for the check: one that the answer does not use. */
  readonly name: string;
}

const maxRows = 10;
const maxColumns = 8;
const rowLimit = 10_000;
const maxTries = 30;

/**
 * Runs an answer that is right on the real data on each witness, the smallest first, and shows the first on which it is
 * wrong. Undefined when none is; a witness that cannot judge an answer counts for it.
 *
 * @param database - Idle: each witness has a transaction of its own, which is rolled back.
 */
export async function checkWitnesses(
  database: Database,
  check: WitnessCheck,
): Promise<RightHereOnly | undefined> {
  const smallestFirst = [...check.witnesses].sort((a, b) => countRows(a) - countRows(b));
  for (const witness of smallestFirst) {
    const answer = toWitnessQuery(
      check.answer,
      witness,
      check.tables.map(({ name }) => name),
    );
    const verdict = answer && (await checkWitness(database, { ...check, answer }, witness));
    if (verdict) return (await shrink(database, { ...check, answer }, witness, verdict)) ?? verdict;
  }
  return undefined;
}

function shrink(
  database: Database,
  check: WitnessCheck,
  witness: Witness,
  { error }: RightHereOnly,
): Promise<RightHereOnly | undefined> {
  const tryOut = async (smaller: Witness) => {
    const verdict = await checkWitness(database, check, smaller);
    return verdict?.error === error ? verdict : undefined;
  };
  return shrinkWitness(witness, check.tables, tryOut, maxTries);
}

/** The answer failed on the witness; anything else that fails there is not its fault. */
class AnswerFailure extends Error {}

// Of these only the check is at fault: a name that the witness does not have, a limit of the engine.
const undecided = [
  '',
  'Catalog',
  'Binder',
  'Parser',
  'Interrupt',
  'Out of Memory',
  'INTERNAL',
  'FATAL',
  'IO',
];

async function checkWitness(
  database: Database,
  check: WitnessCheck,
  witness: Witness,
): Promise<RightHereOnly | undefined> {
  const { exercise, answer, name } = check;
  try {
    // A quick look settles most; what fails there leaves the transaction unusable.
    const right =
      answer.changes.length === 0 &&
      (await onWitness(database, check, witness, () =>
        judgeSql(database, exercise, answer.query, name),
      ).catch(() => false));
    if (right) return undefined;
    return await onWitness(database, check, witness, () => compareOnWitness(database, check, witness));
  } catch (cause) {
    if (!(cause instanceof AnswerFailure)) return undefined;
    const { type, message } = toEngineWords(cause.cause);
    return undecided.includes(type) ? undefined : showFailure(database, check, witness, message);
  }
}

async function compareOnWitness(
  database: Database,
  check: WitnessCheck,
  witness: Witness,
): Promise<RightHereOnly | undefined> {
  const { exercise, answer } = check;
  const { compare } = exercise;
  const expected = await readModel(database, check);
  const found = await copyAnswer(database, answer, `${check.name}_mine`);
  if (await isSameResult(database, { found, expected, compare })) return undefined;
  return {
    kind: 'right-here-only',
    tables: toSamples(check, witness),
    ...(await markDifferences(database, { found, expected, compare })),
  };
}

async function copyAnswer(
  database: Database,
  { changes, query }: AnswerQuery,
  table: string,
): Promise<ResultCopy> {
  try {
    for (const change of changes) await database.query(change);
    return await copyResult(database, await describeQuery(database, query), { table, rowLimit });
  } catch (cause) {
    throw new AnswerFailure('The answer failed on a witness.', { cause });
  }
}

function readModel(database: Database, { exercise, name }: WitnessCheck): Promise<ExpectedResult> {
  const { solution, compare, compiled } = exercise;
  return readExpected(database, solution, compiled?.ranked, { compare, table: `${name}_model` });
}

async function showFailure(
  database: Database,
  check: WitnessCheck,
  witness: Witness,
  error: string,
): Promise<RightHereOnly> {
  return onWitness(database, check, witness, async () => {
    const { copy } = await readModel(database, check);
    const positions = Array.from({ length: maxRows }, (_row, index) => index + 1);
    const { columns, rowCount } = copy;
    return {
      kind: 'right-here-only',
      tables: toSamples(check, witness),
      expected: { columns, rowCount, rows: await readRows(database, copy, positions), marks: [] },
      error,
    };
  });
}

/** Runs work with the witness's tables under their plain names, and undoes it all. */
async function onWitness<T>(
  database: Database,
  { tables, name }: WitnessCheck,
  witness: Witness,
  work: () => Promise<T>,
): Promise<T> {
  const schema = `${name}_data`;
  const statements = ['BEGIN TRANSACTION', ...toWitnessStatements(witness, tables, schema)];
  try {
    // In one go: every message to the engine's worker takes its time.
    await database.query(statements.join(';\n'));
    await database.query(`USE memory.${schema}`);
    return await work();
  } finally {
    await database.query('ROLLBACK');
    await database.query('USE memory.main');
  }
}

function countRows({ tables }: Witness): number {
  return tables.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** The witness's rows, as much of them as helps: the columns that either query names. */
function toSamples({ exercise, answer, tables }: WitnessCheck, witness: Witness): NamedSample[] {
  const words = [exercise.solution, ...answer.changes, answer.query].flatMap((text) =>
    tokenise(text).map((token) => toName(token)),
  );
  return witness.tables.map(({ name, columns, rows }) => {
    const shape = tables.find((table) => table.name === name);
    const named = columns.filter((column) => words.includes(column.toLowerCase()));
    const shown = (named.length > 0 ? named : columns).slice(0, maxColumns).map((column) => ({
      name: column,
      type: shape?.columns.find((each) => each.name === column)?.type ?? 'VARCHAR',
      place: columns.indexOf(column),
    }));
    return {
      name,
      columns: shown.map(({ name: column, type }) => ({ name: column, type })),
      rows: rows
        .slice(0, maxRows)
        .map((row) => shown.map(({ place, type }) => toCell(row[place] ?? null, type))),
      rowCount: rows.length,
    };
  });
}
