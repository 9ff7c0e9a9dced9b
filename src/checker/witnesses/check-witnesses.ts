import type { Compare } from '#src/compare/compare-rules.ts';
import type { WrongAnswer } from '../checked-exercise.ts';
import type { Database } from '#src/results/database.ts';
import { toCell } from '#src/results/to-cell.ts';
import { toName } from '#src/sql/used-tokens.ts';
import { tokenise } from '#src/sql/tokens.ts';
import {
  countWitnessRows,
  toWitnessStatements,
  type Witness,
  type WitnessTableShape,
} from '#src/witnesses/witness.ts';
import { toAnswerQuery, type AnswerQuery } from '../answer-query.ts';
import { isSameResult } from '#src/compare/compare-results.ts';
import type { CompiledChecks, CompiledWitness } from '../compiled-checks.ts';
import { parseEngineError, toHeadline } from '#src/engine/engine-error.ts';
import { readExpected, type ExpectedResult } from '#src/compare/expected-result.ts';
import { fingerprintRows } from '#src/compare/fingerprint.ts';
import { fillWitness } from './fill-witness.ts';
import { isTypedIn } from '../means/is-typed-in.ts';
import { judgeSql } from '../judge-sql.ts';
import { markDifferences } from '#src/compare/mark-differences.ts';
import { onWitnessTables, toWitnessSchemas } from './on-witness-tables.ts';
import { showsChange } from '../causes/text-change.ts';
import { copyResult, describeQuery, readCopiedRows, type ResultCopy } from '#src/compare/result-copy.ts';
import { shrinkWitness } from './shrink-witness.ts';
import type { NamedSample, Verdict } from '../verdict.ts';
import { toUndecidedReason } from '../undecided-reason.ts';
import { findReadTables, toWitnessQuery } from './witness-query.ts';

type Undecided = Extract<Verdict, { kind: 'undecided' }>;
type RightHereOnly = Extract<Verdict, { kind: 'right-here-only' }>;

interface WitnessCheck {
  readonly exercise: {
    /** One query that gives rows. */
    readonly solution: string;
    readonly wrong: readonly WrongAnswer[];
    readonly compare: Compare;
    readonly compiled: CompiledChecks;
  };
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
 * wrong, in the author's words where the mistake is a declared one. Undefined when none is. Tables that a witness lacks and
 * the answer reads are filled from the real ones. A witness on which the model answer fails counts for the answer; where no
 * witness can judge it, it must at least not be typed in.
 *
 * @param database - Idle: each witness has a transaction of its own, which is rolled back.
 */
export async function checkWitnesses(database: Database, check: WitnessCheck): Promise<Verdict | undefined> {
  const smallestFirst = [...check.exercise.compiled.witnesses].sort(
    (a, b) => countWitnessRows(a) - countWitnessRows(b),
  );
  const real = check.tables.map(({ name }) => name);
  const names = findReadTables(check.answer, real);
  const model = toAnswerQuery(check.exercise.solution);
  const own = model ? findReadTables(model, real) : [];
  // A query that reads none of the model answer's tables may be a typed-in result: to say so says more than an example.
  const readsOwnTables = names.some((name) => own.includes(name));
  const answer = toWitnessQuery(check.answer, { real, schemas: toWitnessSchemas(check.name) });
  const moved = { ...check, answer };
  let judged = false;
  for (const held of smallestFirst) {
    const witness = await fillWitness(database, held, { shapes: check.tables, names });
    const verdict = await checkWitness(database, moved, witness);
    if (verdict === 'right') judged = true;
    if (verdict === undefined || verdict === 'right') continue;
    if (verdict.kind === 'undecided') return verdict;
    const slip = await nameSlip(database, moved, witness, verdict);
    const difference = (await shrink(database, moved, witness, verdict)) ?? verdict;
    if (!slip) return (readsOwnTables ? undefined : await findTypedIn(database, check, real)) ?? difference;
    return slip.declared
      ? { kind: 'known-mistake', feedback: slip.words, difference }
      : { ...difference, nearMiss: slip.words };
  }
  return judged ? undefined : findTypedIn(database, check, real);
}

/** Says so where an answer only pretends to read the tables. */
async function findTypedIn(
  database: Database,
  { exercise, answer, name }: WitnessCheck,
  tables: readonly string[],
): Promise<Verdict | undefined> {
  if (tables.length === 0) return undefined;
  const { solution, compare, compiled } = exercise;
  const typedIn = await isTypedIn(database, {
    solution,
    compare,
    ranked: compiled.ranked,
    tables,
    answer,
    name,
  });
  return typedIn ? { kind: 'other-means', lacks: [], uses: ['literal-answer'] } : undefined;
}

interface Slip {
  /** By the author, whose feedback the words are. */
  readonly declared: boolean;
  readonly words: string;
}

/** The mistake that gives the same result on the whole witness: a declared one first, then one of our own mutants. */
async function nameSlip(
  database: Database,
  check: WitnessCheck,
  witness: CompiledWitness,
  { error }: RightHereOnly,
): Promise<Slip | undefined> {
  const { wrong, compare, compiled } = check.exercise;
  const { wrongOnWitnesses = [], rankedWrong = [] } = compiled;
  if (error !== undefined || wrongOnWitnesses.length + witness.nearMisses.length === 0) return undefined;
  try {
    return await onWitness(database, check, witness, async () => {
      const found = await copyAnswer(database, check.answer, `${check.name}_mine`);
      for (const index of wrongOnWitnesses) {
        const { answer = '', feedback = '' } = wrong[index] ?? {};
        const expected = await readExpected(
          database,
          toAnswerQuery(answer)?.query ?? answer,
          rankedWrong[index] ?? undefined,
          { compare, table: `${check.name}_wrong_${index}` },
        );
        if (await isSameResult(database, { found, expected, compare }))
          return { declared: true, words: feedback };
      }
      const own = await fingerprintRows(database, found.table, found.columns, compare);
      const nearMiss = witness.nearMisses.find(
        ({ fingerprint, change }) =>
          found.rowCount > 0 && fingerprint === own && showsChange(check.answer.query, change),
      )?.sentence;
      return nearMiss === undefined ? undefined : { declared: false, words: nearMiss };
    });
  } catch {
    // A hint is not worth a verdict: without one the example still shows what is wrong.
    return undefined;
  }
}

function shrink(
  database: Database,
  check: WitnessCheck,
  witness: Witness,
  { error }: RightHereOnly,
): Promise<RightHereOnly | undefined> {
  const tryOut = async (smaller: Witness) => {
    const verdict = await checkWitness(database, check, smaller);
    const isShown = typeof verdict === 'object' && verdict.kind === 'right-here-only';
    return isShown && verdict.error === error ? verdict : undefined;
  };
  return shrinkWitness(witness, check.tables, tryOut, maxTries);
}

/** The answer failed on the witness; anything else that fails there is not its fault. */
class AnswerFailure extends Error {}

/** Undefined when the witness cannot judge the answer, since the model answer fails on it. */
async function checkWitness(
  database: Database,
  check: WitnessCheck,
  witness: Witness,
): Promise<RightHereOnly | Undecided | 'right' | undefined> {
  const { exercise, answer, name } = check;
  try {
    // A quick look settles most; what fails there leaves the transaction unusable.
    const right =
      answer.changes.length === 0 &&
      (await onWitness(database, check, witness, () =>
        judgeSql(database, exercise, answer.query, name),
      ).catch(() => false));
    if (right) return 'right';
    return await onWitness(database, check, witness, () => compareOnWitness(database, check, witness));
  } catch (cause) {
    if (!(cause instanceof AnswerFailure)) return undefined;
    const error = parseEngineError(cause.cause);
    if (error.fault !== 'query') return { kind: 'undecided', reason: toUndecidedReason(error.fault) };
    return showFailure(database, check, witness, toHeadline(error));
  }
}

async function compareOnWitness(
  database: Database,
  check: WitnessCheck,
  witness: Witness,
): Promise<RightHereOnly | 'right'> {
  const { exercise, answer } = check;
  const { compare } = exercise;
  const expected = await readModel(database, check);
  const found = await copyAnswer(database, answer, `${check.name}_mine`);
  if (await isSameResult(database, { found, expected, compare })) return 'right';
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
  return readExpected(database, solution, compiled.ranked, { compare, table: `${name}_model` });
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
      expected: { columns, rowCount, rows: await readCopiedRows(database, copy, positions), marks: [] },
      error,
    };
  });
}

/** Runs work with the witness's tables under their plain names, and undoes it all. */
function onWitness<T>(
  database: Database,
  { tables, name }: WitnessCheck,
  witness: Witness,
  work: () => Promise<T>,
): Promise<T> {
  const schemas = toWitnessSchemas(name);
  const names = witness.tables.map((table) => table.name);
  const statements = toWitnessStatements(witness, tables, schemas.tables);
  return onWitnessTables(database, { schemas, names, statements }, work);
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
