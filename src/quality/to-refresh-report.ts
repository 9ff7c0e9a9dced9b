import { countWords } from '#src/words/count-words.ts';
import { listWords } from '#src/words/list-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import type { TableChange } from './compare-tables.ts';

/** What became of a table in plain text: one line when nothing changed. */
export function toTableReport(change: TableChange): string {
  const { name, rowsBefore, rowsAfter, added, removed, changed, examples } = change;
  const columns = [...change.columnsAdded, ...change.columnsRemoved];
  if (added + removed + changed + columns.length === 0)
    return `${name}: nothing changed, ${countWords(rowsAfter, 'row')}.`;
  const lines = [`${name}: ${countWords(rowsBefore, 'row')} before, ${numberWords(rowsAfter)} now.`];
  if (change.columnsAdded.length > 0) lines.push(`  New columns: ${listWords(change.columnsAdded)}.`);
  if (change.columnsRemoved.length > 0) lines.push(`  Columns gone: ${listWords(change.columnsRemoved)}.`);
  for (const [kind, count] of [
    ['added', added],
    ['removed', removed],
    ['changed', changed],
  ] as const) {
    if (count === 0) continue;
    const keys = examples[kind];
    lines.push(
      `  ${countWords(count, 'row')} ${kind}, ${count > keys.length ? 'such as ' : ''}${keys.join('; ')}.`,
    );
  }
  for (const { column, rows } of change.changedColumns)
    lines.push(`    ${column} in ${countWords(rows, 'row')}`);
  for (const { column, before, after } of change.totals) {
    const share =
      before === 0 ? '' : ` (${after > before ? '+' : ''}${((100 * (after - before)) / before).toFixed(2)}%)`;
    lines.push(`  Total of ${column}: ${numberWords(before)} before, ${numberWords(after)} now${share}.`);
  }
  return lines.join('\n');
}
