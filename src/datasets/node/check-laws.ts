import type { DuckDBConnection } from '@duckdb/node-api';
import type { Problem } from '#src/authored/parse-authored.ts';
import { lineInText } from '#src/authored/line-of-path.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { countWords } from '#src/words/count-words.ts';
import type { TableDescriptor } from '../descriptor.ts';
import { typedColumnsSql } from '../table-sql.ts';
import { createFindBreach } from './find-breach.ts';
import type { LoadedDataset } from './load-datasets.ts';

/**
 * Proves what a descriptor says of rows together, beyond the primary key: what is unique, what determines what, and times that do
 * not overlap.
 *
 * @param text - The quoted name of the table, which is held as text.
 */
export async function checkLaws(
  connection: DuckDBConnection,
  { descriptor }: LoadedDataset,
  table: TableDescriptor,
  text: string,
): Promise<Problem[]> {
  const file = `datasets/${descriptor.id}/${table.file}`;
  const problems: Problem[] = [];
  for (const { columns, marked, expected, remedy } of laws(table, text)) {
    const breach = await createFindBreach(connection, `(${marked})`)(
      'breaks',
      `concat_ws(', ', ${toNames(columns)})`,
    );
    if (breach === undefined) continue;
    const found = `${countWords(breach.count, 'row')} that are not so, the first with "${breach.value}"`;
    problems.push({ file, line: breach.line, path: columns.join(', '), expected, found, remedy });
  }
  return problems;
}

/** Proves the rules of a foreign key on the rows that find their parent. Both tables are held as text. */
export async function checkLinkRules(
  connection: DuckDBConnection,
  dataset: LoadedDataset,
  { table, keyIndex }: { table: TableDescriptor; keyIndex: number },
  parent: { readonly table: TableDescriptor; readonly text: string },
  text: string,
): Promise<Problem[]> {
  const { columns, references, rules = [] } = table.foreignKeys[keyIndex] ?? { columns: [] };
  if (!references || rules.length === 0) return [];
  const on = columns.map(
    (column, index) =>
      `child.${toQuotedName(column)} = parent.${toQuotedName(references.columns[index] ?? '')}`,
  );
  const tableIndex = dataset.descriptor.tables.indexOf(table);
  const problems: Problem[] = [];
  for (const [index, { rule, meaning }] of rules.entries()) {
    const path = `tables.${tableIndex}.foreignKeys.${keyIndex}.rules.${index}.rule`;
    const typed = `(SELECT "file line", ${typedColumnsSql(table)} FROM ${text}) AS child`;
    const other = `(SELECT ${typedColumnsSql(parent.table)} FROM ${parent.text}) AS parent`;
    const key = columns.map((column) => `child.${toQuotedName(column)}`).join(', ');
    const at = { path, line: lineInText(dataset.text, path) };
    try {
      const breach = await createFindBreach(
        connection,
        `(SELECT child."file line", concat_ws(', ', ${key}) AS key, (${rule}) AS kept FROM ${typed} JOIN ${other} ON ${on.join(' AND ')})`,
      )('NOT kept', 'key');
      if (breach === undefined) continue;
      problems.push({
        file: `datasets/${dataset.descriptor.id}/${table.file}`,
        line: breach.line,
        path: rule,
        expected: `every row and its parent to keep this rule ("${meaning}")`,
        found: `${countWords(breach.count, 'row')} that do not, the first with the key "${breach.value}"`,
        remedy: 'Correct the values, or take the rule out and tell of the rows in "problems".',
      });
    } catch (error) {
      problems.push({
        file: dataset.file,
        ...at,
        expected: `a condition in SQL over child (a row of "${table.name}") and parent (one of "${references.table}")`,
        found: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
      });
    }
  }
  return problems;
}

const toNames = (columns: readonly string[]) => columns.map(toQuotedName).join(', ');
const areThere = (columns: readonly string[]) =>
  columns.map((column) => `${toQuotedName(column)} IS NOT NULL`).join(' AND ');

interface Law {
  readonly columns: readonly string[];
  /** SQL that gives the rows with a column `breaks`. */
  readonly marked: string;
  readonly expected: string;
  readonly remedy: string;
}

function laws(table: TableDescriptor, text: string): Law[] {
  const unique = (table.unique ?? []).map((columns): Law => ({
    columns,
    marked: `SELECT *, row_number() OVER (PARTITION BY ${toNames(columns)} ORDER BY "file line") > 1 AND ${areThere(columns)} AS breaks FROM ${text}`,
    expected: 'values that no two rows share',
    remedy: 'Correct the rows, or take the columns out of "unique".',
  }));
  const depends = (table.depends ?? []).map(({ columns, determines }): Law => {
    const value = `concat_ws(chr(31), ${determines.map((name) => `coalesce(${toQuotedName(name)}, chr(30))`).join(', ')})`;
    return {
      columns,
      marked: `SELECT *, ${areThere(columns)} AND first_value(${value}) OVER (PARTITION BY ${toNames(columns)} ORDER BY "file line") <> ${value} AS breaks FROM ${text}`,
      expected: `the same ${determines.join(', ')} wherever these are the same`,
      remedy: 'Correct the rows, or take this out of "depends".',
    };
  });
  const periods = (table.periods ?? []).map(({ of, from, to }): Law => {
    const [start, end] = [toQuotedName(from), toQuotedName(to)];
    const before = `OVER (PARTITION BY ${toNames(of)} ORDER BY ${start} NULLS FIRST, "file line" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`;
    return {
      columns: of,
      marked: `SELECT *, ${areThere(of)} AND coalesce(coalesce(${start}, '') <= max(coalesce(${end}, chr(65535))) ${before}, false) AS breaks FROM ${text}`,
      expected: `times from ${from} to ${to} that do not overlap`,
      remedy: 'Correct the times, or take this out of "periods".',
    };
  });
  return [...unique, ...depends, ...periods];
}
