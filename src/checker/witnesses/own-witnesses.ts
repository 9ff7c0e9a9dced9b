import type { Database } from '#src/results/database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { toUsedTokens } from '#src/sql/used-tokens.ts';
import { toWitnessStatements, type Witness } from '#src/witnesses/witness.ts';
import { createJudge } from '../judge-sql.ts';
import { readAnswerValues } from './answer-values.ts';
import { onWitnessTables, toWitnessSchemas } from './on-witness-tables.ts';
import { makeOwnWitness, takeFewRows } from './own-witness.ts';
import type { TriedWitness } from './try-witness.ts';
import type { WitnessCheck } from './witness-check.ts';

// How many are made, and how many rows of each table are taken of them alone.
const seeds = [1, 2];
const fewRows = [1, 1, 2, 2, 3, 5];

/**
 * Witnesses made of what an answer names itself, on which it seems to be wrong. None for an answer that says nothing which no
 * right answer says.
 *
 * @param database - Idle: each look has a transaction of its own, which is rolled back.
 * @param base - The largest witness of the exercise.
 */
export async function* toOwnWitnesses(
  database: Database,
  check: WitnessCheck,
  base: Witness,
): AsyncGenerator<TriedWitness> {
  const { answer, exercise, tables, name } = check;
  if (answer.changes.length > 0) return;
  const { solution, compiled } = exercise;
  const right = [solution, ...(compiled.readings ?? []).map(({ sql }) => sql)];
  if (!saysMore(answer.query, right)) return;
  const values = readAnswerValues([answer.query], right);
  for (const seed of seeds) {
    const made = await makeOwnWitness(database, base, { values, shapes: tables, name, seed });
    const few = fewRows.map((size, part) =>
      takeFewRows(made, { shapes: tables, size, seed: seed * 100 + part }),
    );
    for (const witness of await findSuspects(database, check, made, few))
      yield { ...witness, nearMisses: [], isOwn: true };
  }
}

/** Whether a query has a word, name, figure or text that none of the others has. */
function saysMore(query: string, others: readonly string[]): boolean {
  const known = new Set(
    others.flatMap((text) => toUsedTokens(text).tokens.map((token) => token.text.toLowerCase())),
  );
  return toUsedTokens(query).tokens.some(({ text }) => !known.has(text.toLowerCase()));
}

/** Those of a witness and its parts on which the answer is not right at a look, the smallest first. */
async function findSuspects(
  database: Database,
  { exercise, answer, tables, name }: WitnessCheck,
  whole: Witness,
  parts: readonly Witness[],
): Promise<readonly Witness[]> {
  const schemas = toWitnessSchemas(name);
  const statements = toWitnessStatements(whole, tables, schemas.tables);
  const names = whole.tables.map((table) => table.name);
  const all = [...parts, whole];
  const suspects: Witness[] = [];
  try {
    await onWitnessTables(database, { schemas, names, statements }, async () => {
      const judge = await createJudge(database, exercise, answer.query, `${name}_look`);
      for (const witness of all) {
        await database.query(toViews(witness, whole, schemas));
        if (!(await judge())) suspects.push(witness);
      }
    });
    return suspects;
  } catch {
    // What fails leaves the transaction unusable: a closer look shows on which.
    return all;
  }
}

/** Statements after which the tables seem to hold only the rows of a part. */
function toViews(
  part: Witness,
  whole: Witness,
  schemas: { readonly views: string; readonly tables: string },
): string {
  const views = whole.tables.map(({ name, rows }, index) => {
    const kept = new Set(part.tables[index]?.rows);
    const places = rows.flatMap((row, place) => (kept.has(row) ? [place] : []));
    const table = `memory.${schemas.tables}.${toQuotedName(name)}`;
    // In a transaction of its own DuckDB counts rows from a very large number.
    const only =
      places.length === rows.length
        ? ''
        : places.length === 0
          ? ' WHERE false'
          : ` WHERE rowid - (SELECT min(rowid) FROM ${table}) IN (${places.join(', ')})`;
    return `CREATE OR REPLACE VIEW memory.${schemas.views}.${toQuotedName(name)} AS FROM ${table}${only}`;
  });
  return views.join(';\n');
}
