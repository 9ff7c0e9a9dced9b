import { isSameResult } from '#src/compare/compare-results.ts';
import type { ExpectedResult } from '#src/compare/expected-result.ts';
import type { ResultCopy } from '#src/compare/result-copy.ts';
import type { ArrowDatabase } from '#src/results/database.ts';
import { isNumberType } from '#src/results/number-type.ts';
import { toWitness, type Rows } from '#src/witnesses/facts/table-model.ts';
import { toWitnessStatements, type Witness } from '#src/witnesses/witness.ts';
import { onWitnessTables, toWitnessSchemas } from '../witnesses/on-witness-tables.ts';
import { draftOwnRows, keepWithinRules, splitRows } from '../witnesses/own-rows.ts';
import { toPartViews } from '../witnesses/part-views.ts';
import { onWitness } from '../witnesses/witness-check.ts';
import { compareHere, type PipelineCheck } from './compare-pipeline.ts';
import { PipelineStopped } from './pipeline-answer.ts';
import { readPipelineValues } from './pipeline-values.ts';

// Each makes other rows of the same values.
const seeds = [1, 2];
// Each part is a run of the pipeline.
const mostParts = 3;

/**
 * Witnesses made of what a pipeline names itself, on which it seems to be wrong: a name left out, a figure capped. None for a
 * pipeline that says nothing which no right answer says.
 *
 * @param database - Idle: a transaction is begun, and rolled back.
 * @param base - The largest witness of the exercise.
 */
export async function* toOwnPipelineWitnesses(
  database: ArrowDatabase,
  check: PipelineCheck,
  base: Witness,
): AsyncGenerator<Witness> {
  const { answer, accepted = [], exercise, tables } = check;
  if (accepted.length === 0) return;
  const shapes = base.tables.flatMap((table) => tables.filter((shape) => shape.name === table.name));
  const pipelines = accepted.map(({ text }) => text);
  const values = readPipelineValues(answer.text, { query: exercise.solution, pipelines }, shapes);
  if (!values) return;
  for (const seed of seeds) {
    const drafted = draftOwnRows(base, shapes, values, seed);
    for (const witness of await findSuspects(database, check, drafted, base)) yield witness;
  }
}

/** Those of the lawful parts of drafted rows on which the pipeline is not right at a look. */
async function findSuspects(
  database: ArrowDatabase,
  check: PipelineCheck,
  drafted: Rows,
  base: Witness,
): Promise<readonly Witness[]> {
  const shapes = base.tables.flatMap((table) => check.tables.filter((shape) => shape.name === table.name));
  const schemas = toWitnessSchemas(check.name);
  const models = shapes.map((shape) => ({ shape }));
  const statements = toWitnessStatements(toWitness(drafted, models), shapes, schemas.tables);
  const names = shapes.map((shape) => shape.name);
  return onWitnessTables(database, { schemas, names, statements }, async () => {
    const ruled = await keepWithinRules(database, drafted, shapes, schemas.tables);
    const parts = splitRows(ruled, base, shapes, mostParts);
    const suspects: Rows[] = [];
    const place = check.answer.keepsNothing ? 'shared' : 'fresh';
    for (const [index, rows] of parts.entries()) {
      try {
        await database.query(toPartViews(rows, drafted, schemas));
        const { isSame, isUnsorted } = await compareHere(
          database,
          { ...check, name: `${check.name}_part${index}` },
          place,
        );
        if (!isSame || isUnsorted) suspects.push(rows);
      } catch (cause) {
        if (cause instanceof PipelineStopped) throw cause;
        // What fails leaves the transaction unusable: a closer look shows on which.
        suspects.push(...parts.slice(index));
        break;
      }
    }
    return suspects.map((rows) => toWitness(rows, models));
  });
}

/**
 * Whether a pipeline that is wrong on rows which were made for it may be right all the same: an answer that is known to be right
 * is not the model answer's there, or the two differ in nothing but what is made of nothing.
 */
export async function isFairOnOwn(
  database: ArrowDatabase,
  check: PipelineCheck,
  witness: Witness,
): Promise<boolean> {
  for (const answer of check.accepted ?? []) {
    const isRight = await onWitness(database, check, witness, async () => {
      const { isSame, isUnsorted } = await compareHere(database, { ...check, answer }, 'fresh');
      return isSame && !isUnsorted;
    }).catch((cause: unknown) => {
      if (cause instanceof PipelineStopped) throw cause;
      return false;
    });
    if (!isRight) return true;
  }
  return onWitness(database, check, witness, async () => {
    const { found, expected } = await compareHere(database, check, 'fresh');
    return isSameButNothing(database, check, found, expected);
  }).catch((cause: unknown) => {
    if (cause instanceof PipelineStopped) throw cause;
    return false;
  });
}

/** Whether two results are the same with 0 for every gap, and for what is no number, in columns of numbers. */
async function isSameButNothing(
  database: ArrowDatabase,
  { exercise, name }: PipelineCheck,
  found: ResultCopy,
  expected: ExpectedResult,
): Promise<boolean> {
  const toZeros = async (copy: ResultCopy, side: string): Promise<ResultCopy> => {
    const table = `${name}_${side}_zeros`;
    const items = copy.columns.map(({ type }, index) => {
      const column = `c${index + 1}`;
      const isNothing = /DOUBLE|FLOAT/.test(type)
        ? `${column} IS NULL OR NOT isfinite(${column})`
        : `${column} IS NULL`;
      return isNumberType(type) ? `CASE WHEN ${isNothing} THEN 0 ELSE ${column} END AS ${column}` : column;
    });
    await database.query(
      `CREATE TEMP VIEW ${table} AS SELECT position, ${items.join(', ')} FROM ${copy.table}`,
    );
    return { ...copy, table };
  };
  return isSameResult(database, {
    found: await toZeros(found, 'found'),
    expected: { copy: await toZeros(expected.copy, 'expected'), ranked: false },
    compare: { ...exercise.compare, order: 'ignored' },
  });
}
