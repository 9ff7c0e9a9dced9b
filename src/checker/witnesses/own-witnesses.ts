import type { Database } from '#src/results/database.ts';
import { toUsedTokens } from '#src/sql/used-tokens.ts';
import { toWitness, type Rows } from '#src/witnesses/facts/table-model.ts';
import { toWitnessStatements, type Witness, type WitnessTableShape } from '#src/witnesses/witness.ts';
import { createJudge } from '../judge-sql.ts';
import { readAnswerValues } from './answer-values.ts';
import { onWitnessTables, toWitnessSchemas } from './on-witness-tables.ts';
import { toPartViews } from './part-views.ts';
import { draftOwnRows, keepWithinRules, splitRows } from './own-rows.ts';
import type { TriedWitness } from './try-witness.ts';
import type { WitnessCheck } from './witness-check.ts';

// Each makes other rows of the same values.
const seeds = [1, 2];
const mostParts = 8;

/**
 * Witnesses made of what an answer names itself, on which it seems to be wrong, the smallest first. None for an answer that says
 * nothing which no right answer says.
 *
 * @param database - Idle: a transaction is begun, and rolled back.
 * @param base - The largest witness of the exercise.
 */
export async function* toOwnWitnesses(
  database: Database,
  check: WitnessCheck,
  base: Witness,
): AsyncGenerator<TriedWitness> {
  const { answer, exercise, tables } = check;
  if (answer.changes.length > 0) return;
  const { solution, compiled } = exercise;
  const right = [solution, ...(compiled.readings ?? []).map(({ sql }) => sql)];
  if (!saysMore(answer.query, right)) return;
  const shapes = base.tables.flatMap((table) => tables.filter((shape) => shape.name === table.name));
  const values = readAnswerValues([answer.query], right);
  for (const seed of seeds) {
    const drafted = draftOwnRows(base, shapes, values, seed);
    yield* await findSuspects(database, check, { drafted, base, shapes });
  }
}

interface DraftedWitness {
  readonly drafted: Rows;
  readonly base: Witness;
  readonly shapes: readonly WitnessTableShape[];
}

/** Those of the lawful parts of drafted rows on which the answer is not right at a look. */
async function findSuspects(
  database: Database,
  { answer, exercise, name }: WitnessCheck,
  { drafted, base, shapes }: DraftedWitness,
): Promise<readonly TriedWitness[]> {
  const schemas = toWitnessSchemas(name);
  const models = shapes.map((shape) => ({ shape }));
  const statements = toWitnessStatements(toWitness(drafted, models), shapes, schemas.tables);
  const names = shapes.map((shape) => shape.name);
  return onWitnessTables(database, { schemas, names, statements }, async () => {
    const ruled = await keepWithinRules(database, drafted, shapes, schemas.tables);
    const parts = splitRows(ruled, base, shapes, mostParts);
    const suspects: Rows[] = [];
    try {
      const judge = await createJudge(database, exercise, answer.query, `${name}_look`);
      for (const rows of parts) {
        await database.query(toPartViews(rows, drafted, schemas));
        if (!(await judge())) suspects.push(rows);
      }
    } catch {
      // What fails leaves the transaction unusable: a closer look shows on which.
      suspects.push(...parts);
    }
    return suspects.map((rows) => ({ ...toWitness(rows, models), nearMisses: [], isOwn: true }));
  });
}

/** Whether a query has a word, name, figure or text that none of the others has. */
function saysMore(query: string, others: readonly string[]): boolean {
  const known = new Set(
    others.flatMap((text) => toUsedTokens(text).tokens.map((token) => token.text.toLowerCase())),
  );
  return toUsedTokens(query).tokens.some(({ text }) => !known.has(text.toLowerCase()));
}
