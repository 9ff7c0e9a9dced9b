import type { Database } from '#src/results/database.ts';
import { describeQuery, namedRows } from '#src/compare/result-copy.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { Witness } from '#src/witnesses/witness.ts';
import { judgeSql } from '../judge-sql.ts';
import { onWitness, type WitnessCheck } from './witness-check.ts';

/** Whether an answer gives what another reading gives, or the model answer gives no number where it should. */
export async function isFairHere(
  database: Database,
  check: WitnessCheck,
  witness: Witness,
): Promise<boolean> {
  const { exercise, answer, name } = check;
  const { solution, compare, compiled } = exercise;
  const { readings = [] } = compiled;
  const here = (work: () => Promise<boolean>) => onWitness(database, check, witness, work).catch(() => false);
  if (!(await here(() => isFinite(database, solution)))) return true;
  for (const { sql, ranked } of readings) {
    const judged = { solution: sql, compare, ...(ranked && { compiled: { ranked } }) };
    // What fails spoils its transaction: each has its own.
    if (await here(() => judgeSql(database, judged, answer.query, `${name}_reading`))) return true;
  }
  return here(() => isSameButNothing(database, check));
}

/** Whether two results differ in nothing but what is made of nothing: 0 or a gap. */
async function isSameButNothing(
  database: Database,
  { exercise, answer, name }: WitnessCheck,
): Promise<boolean> {
  const [solution, query] = [
    await toZeros(database, exercise.solution),
    await toZeros(database, answer.query),
  ];
  const compare = { ...exercise.compare, order: 'ignored' as const };
  return judgeSql(database, { solution, compare }, query, `${name}_zeros`);
}

/** The query with 0 for every gap in a column of numbers. */
async function toZeros(database: Database, sql: string): Promise<string> {
  const { columns, query } = await describeQuery(database, sql);
  const items = columns.map(({ name, type }, index) => {
    const column = `c${index + 1}`;
    const isNumber = /INT|DOUBLE|FLOAT|DECIMAL/.test(type);
    return `${isNumber ? `coalesce(${column}, 0)` : column} AS ${toQuotedName(name)}`;
  });
  return `SELECT ${items.join(', ')} FROM ${namedRows(query, columns)}`;
}

/** Whether no value of a query's result is infinite or not a number, as after a division by zero. */
async function isFinite(database: Database, sql: string): Promise<boolean> {
  const { columns, query } = await describeQuery(database, sql);
  const places = columns.flatMap(({ type }, place) =>
    /^(DOUBLE|FLOAT)/.test(type) ? [`c${place + 1}`] : [],
  );
  if (places.length === 0) return true;
  const { rows } = await database.query(
    `SELECT count(*) FROM ${namedRows(query, columns)} WHERE ${places.map((place) => `NOT isfinite(${place})`).join(' OR ')}`,
  );
  return Number(rows[0]?.[0]) === 0;
}
