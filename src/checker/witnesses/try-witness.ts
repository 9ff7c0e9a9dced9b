import type { Database } from '#src/results/database.ts';
import { isSameResult } from '#src/compare/compare-results.ts';
import { readExpected, type ExpectedResult } from '#src/compare/expected-result.ts';
import { markDifferences } from '#src/compare/mark-differences.ts';
import { copyResult, describeQuery, readCopiedRows, type ResultCopy } from '#src/compare/result-copy.ts';
import { parseEngineError, toHeadline } from '#src/engine/engine-error.ts';
import { tokenise } from '#src/sql/tokens.ts';
import { toName } from '#src/sql/used-tokens.ts';
import type { Witness } from '#src/witnesses/witness.ts';
import type { AnswerQuery } from '../answer-query.ts';
import type { CompiledWitness } from '../compiled-checks.ts';
import { judgeSql } from '../judge-sql.ts';
import { toUndecidedReason } from '../undecided-reason.ts';
import type { Verdict } from '../verdict.ts';
import { isFairHere } from './fair-here.ts';
import { onWitness, type WitnessCheck } from './witness-check.ts';
import { toSamples } from './witness-samples.ts';

type Undecided = Extract<Verdict, { kind: 'undecided' }>;
export type RightHereOnly = Extract<Verdict, { kind: 'right-here-only' }>;

/** A witness of the exercise, or one that is made for this answer. */
export interface TriedWitness extends CompiledWitness {
  readonly isOwn?: true;
}

const maxRows = 10;
const rowLimit = 10_000;

/**
 * What an answer is on a witness: undefined where the model answer fails on it, so that it judges nothing. On rows that were made for the answer, which no alternative was tried on before, each reading of
 * the task is right.
 *
 * @param database - Idle: a transaction is begun, and rolled back.
 */
export async function tryWitness(
  database: Database,
  check: WitnessCheck,
  witness: TriedWitness,
): Promise<RightHereOnly | Undecided | 'right' | undefined> {
  const verdict = await checkWitness(database, check, witness);
  if (!witness.isOwn || verdict === undefined || verdict === 'right') return verdict;
  if (verdict.kind === 'undecided') return verdict;
  return (await isFairHere(database, check, witness)) ? 'right' : verdict;
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
    tables: toSamples(check.tables, witness, toWords(check)),
    ...(await markDifferences(database, { found, expected, compare })),
  };
}

/** Keeps the result of an answer on the current tables. Rejects with what it failed of. */
export async function copyAnswer(
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
      tables: toSamples(check.tables, witness, toWords(check)),
      expected: { columns, rowCount, rows: await readCopiedRows(database, copy, positions), marks: [] },
      error,
    };
  });
}

/** The names in either query, in small letters. */
function toWords({ exercise, answer }: WitnessCheck): string[] {
  return [exercise.solution, ...answer.changes, answer.query].flatMap((text) =>
    tokenise(text).flatMap((token) => toName(token) ?? []),
  );
}
