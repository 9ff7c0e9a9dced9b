import type { DuckDBConnection } from '@duckdb/node-api';
import { lineInText } from '#src/authored/line-of-path.ts';
import type { Problem } from '#src/authored/parse-authored.ts';
import type { TableDescriptor } from '../descriptor.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { countWords, inNumber } from '#src/words/count-words.ts';
import { typedColumnsSql } from '../table-sql.ts';
import { createFindBreach } from './find-breach.ts';
import type { LoadedDataset } from './load-datasets.ts';

/**
 * Proves the conditions between columns on a table that is held as text. A value that does not fit its type counts as
 * a gap here, because it has been reported already.
 *
 * @param text - The table's quoted name.
 */
export async function checkRules(
  connection: DuckDBConnection,
  dataset: LoadedDataset,
  table: TableDescriptor,
  text: string,
): Promise<Problem[]> {
  const find = createFindBreach(connection, `(SELECT "file line", ${typedColumnsSql(table)} FROM ${text})`);
  const named =
    table.primaryKey.length > 0 ? table.primaryKey : table.columns.slice(0, 3).map(({ name }) => name);
  const key = `concat_ws(', ', ${named.map(toQuotedName).join(', ')})`;
  const tableIndex = dataset.descriptor.tables.indexOf(table);
  const problems: Problem[] = [];
  for (const [index, { rule, meaning }] of table.rules.entries()) {
    const path = `tables.${tableIndex}.rules.${index}.rule`;
    try {
      const breach = await find(`NOT (${rule})`, key);
      if (breach === undefined) continue;
      problems.push({
        file: `datasets/${dataset.descriptor.id}/${table.file}`,
        line: breach.line,
        path: rule,
        expected: `every row to keep this rule ("${meaning}")`,
        found: `${countWords(breach.count, 'row')} that ${inNumber(breach.count, 'breaks', 'break')} it, the first with the key "${breach.value}"`,
        remedy: 'Correct the values, or take the rule out and tell of the rows in "problems".',
      });
    } catch (error) {
      problems.push({
        file: dataset.file,
        line: lineInText(dataset.text, path),
        path,
        expected: `a condition in SQL over columns of "${table.name}"`,
        found: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
      });
    }
  }
  return problems;
}
