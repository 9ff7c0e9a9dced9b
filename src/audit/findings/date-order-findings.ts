import { toQuotedName } from '#src/sql/quote.ts';
import { listWords } from '#src/words/list-words.ts';
import type { AuditFinding } from '../audit.ts';
import { askNumbers, fileTextTable, queryExamples } from '../audited-table.ts';
import type { AuditedColumn, AuditedTable } from '../audited-table.ts';

const past = '(1[3-9]|2[0-9]|3[01])';
const upTo = '(0?[1-9]|1[0-2])';
const parts = (first: string, second: string) => `\\s*${first}[/.-]${second}[/.-]([0-9]{4}|[0-9]{2})\\b.*`;
const isDaysFirst = (text: string) => `regexp_full_match(${text}, '${parts(past, upTo)}')`;
const isMonthsFirst = (text: string) => `regexp_full_match(${text}, '${parts(upTo, past)}')`;
const isDate = (text: string) => `regexp_full_match(${text}, '${parts('[0-9]{1,2}', '[0-9]{1,2}')}')`;

/** Columns of text whose dates have the day first, beside others in which it is the month: 03/04 is two days there. */
export async function findDateOrders(table: AuditedTable): Promise<AuditFinding[]> {
  const texts = table.columns.filter(({ type, filled }) => type === 'VARCHAR' && filled > 0);
  const ordered: { readonly column: AuditedColumn; readonly order: 'day' | 'month' }[] = [];
  for (const column of texts) {
    const text = toQuotedName(column.name);
    const [tried = 0, dates = 0] = await askNumbers(
      table,
      `SELECT count(*), count(*) FILTER (${isDate(text)}) FROM (SELECT ${text} FROM ${fileTextTable} WHERE ${text} <> '' LIMIT 200)`,
    );
    if (dates === 0 || dates < tried * 0.7) continue;
    const [days = 0, months = 0] = await askNumbers(
      table,
      `SELECT count(*) FILTER (${isDaysFirst(text)}), count(*) FILTER (${isMonthsFirst(text)}) FROM ${fileTextTable}`,
    );
    // Both in one column is a finding of its own.
    if (days > 0 === months > 0) continue;
    ordered.push({ column, order: days > 0 ? 'day' : 'month' });
  }
  const of = (order: 'day' | 'month') => ordered.filter((each) => each.order === order);
  const [dayFirst, monthFirst] = [of('day'), of('month')];
  if (dayFirst.length === 0 || monthFirst.length === 0) return [];
  const names = (some: typeof ordered) => listWords(some.map(({ column }) => `“${column.heading}”`));
  const columns = [...dayFirst.slice(0, 2), ...monthFirst.slice(0, 2)].map(({ column }) => column);
  const shows = monthFirst.map(({ column }) => isMonthsFirst(toQuotedName(column.name))).join(' OR ');
  return [
    {
      kind: 'date-orders',
      dimension: 'Consistency',
      level: 'likely',
      title: 'Day first in one column, month first in another',
      column: undefined,
      count: ordered.length,
      says: `The dates of ${names(dayFirst)} have the day first, those of ${names(monthFirst)} the month. 03/04 is 3 April in one and 4 March in the other.`,
      advice: 'Write all dates with the year first, such as 2024-04-03, before you compare them.',
      examples: await queryExamples(
        table,
        `SELECT "#" FROM ${fileTextTable} WHERE ${shows} ORDER BY "#" LIMIT 5`,
        columns,
      ),
    },
  ];
}
