import { toQuotedName } from '#src/sql/quote.ts';
import type { Compare } from '#src/compare/compare-rules.ts';
import type { Database } from '#src/results/database.ts';
import type { RankedAnswer } from '#src/syntax/rank-rows.ts';
import type { AnswerQuery } from '../answer-query.ts';
import { isSameResult } from '#src/compare/compare-results.ts';
import { readExpected } from '#src/compare/expected-result.ts';
import { onWitnessTables, toWitnessSchemas } from '../witnesses/on-witness-tables.ts';
import { copyResult, describeQuery } from '#src/compare/result-copy.ts';
import { toWitnessQuery } from '../witnesses/witness-query.ts';

interface TypedInCheck {
  /** One query that gives rows. */
  readonly solution: string;
  readonly compare: Compare;
  readonly ranked: RankedAnswer | undefined;
  /** One that is right on the real data. */
  readonly answer: AnswerQuery;
  /** Names of every table of the exercise's datasets. */
  readonly tables: readonly string[];
  /** Begins the names of what is made for the check. */
  readonly name: string;
}

/**
 * Whether an answer only pretends to read tables: it gives the expected result, too, when each table holds but one row,
 * whichever row that is, where the model answer does not. For answers that no witness can judge.
 *
 * @param database - Idle, with the real tables under their plain names.
 */
export async function isTypedIn(database: Database, check: TypedInCheck): Promise<boolean> {
  const { solution, compare, ranked, tables, name } = check;
  const schemas = toWitnessSchemas(name);
  const answer = toWitnessQuery(check.answer, { real: tables, schemas });
  for (const place of ['0 * count(*)', '(count(*) - 1) // 2', 'count(*) - 1']) {
    const statements = [
      `CREATE SCHEMA memory.${schemas.tables}`,
      ...tables.map((table) => {
        const quoted = toQuotedName(table);
        return (
          `CREATE TABLE memory.${schemas.tables}.${quoted} AS SELECT * FROM memory.main.${quoted} ` +
          `LIMIT 1 OFFSET (SELECT greatest(0, ${place}) FROM memory.main.${quoted})`
        );
      }),
    ];
    const same = await onWitnessTables(database, { schemas, names: tables, statements }, async () => {
      await database.query('USE memory.main');
      const expected = await readExpected(database, solution, ranked, { compare, table: `${name}_real` });
      await database.query(`USE memory.${schemas.views}`);
      const copy = async (query: string, table: string) =>
        copyResult(database, await describeQuery(database, query), {
          table: `${name}_${table}`,
          rowLimit: 10_000,
        });
      if (await isSameResult(database, { found: await copy(solution, 'model'), expected, compare }))
        return false;
      for (const change of answer.changes) await database.query(change);
      return isSameResult(database, { found: await copy(answer.query, 'mine'), expected, compare });
    }).catch(() => false);
    if (!same) return false;
  }
  return true;
}
