import type { DuckDBConnection } from '@duckdb/node-api';
import type { Problem } from '#src/authored/parse-authored.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import { countWords } from '#src/words/count-words.ts';
import type { TableDescriptor } from '../descriptor.ts';
import { createFindBreach } from './find-breach.ts';

/**
 * Finds values of a text column that differ in capitals alone: a learner who groups by the column would count one thing
 * twice. Columns that keep the publisher's spellings on purpose say so.
 *
 * @param text - The quoted name of the table, which is held as text.
 */
export async function checkTwins(
  connection: DuckDBConnection,
  table: TableDescriptor,
  { text, file }: { readonly text: string; readonly file: string },
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const columns = table.columns.filter(
    ({ type, asPublished, allowed }) => type === 'VARCHAR' && asPublished !== true && allowed === undefined,
  );
  for (const { name } of columns) {
    const value = toQuotedName(name);
    const read = await connection.runAndReadAll(
      `SELECT count(*) OVER (), min(value), max(value) FROM (SELECT DISTINCT ${value} AS value FROM ${text})
       GROUP BY upper(value) HAVING count(*) > 1 ORDER BY ALL LIMIT 1`,
    );
    const [row] = read.getRowsJS();
    if (row === undefined) continue;
    const [groups, first, second] = row;
    const breach = await createFindBreach(connection, text)(
      `${value} = ${toQuotedText(String(second))}`,
      value,
    );
    problems.push({
      file,
      line: breach?.line ?? 1,
      path: name,
      expected: 'values that differ in more than capitals',
      found: `"${String(first)}" and "${String(second)}", ${countWords(Number(groups), 'such pair')} in all`,
      remedy:
        'Let the recipe choose one spelling, or say "asPublished: true" of the column and tell of it in "problems".',
    });
  }
  return problems;
}
