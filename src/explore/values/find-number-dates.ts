import type { Database } from '#src/results/database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { OwnColumn } from '../own-table.ts';

/** How months and days are written as whole numbers, each with the least and the most of it and the format that reads it. */
const forms = [
  { what: 'months', least: 180001, most: 220012, format: '%Y%m', slip: '202501 - 202412 is 89, not 1 month' },
  {
    what: 'days',
    least: 18000101,
    most: 22001231,
    format: '%Y%m%d',
    slip: '20240301 - 20240229 is 72, not 1 day',
  },
] as const;
const named = /(^|_)(periods?|months?|dates?|days?|time|yyyymm|yyyymmdd|year_?month|yearmonth|ym)(_|$)/;

/**
 * Say which columns of whole numbers are months such as 202401, or days such as 20240131. They stay numbers, which sort in order
 * of time: they may be codes.
 *
 * @param columns - Those of whole numbers, each with the expression that makes it of the columns of text.
 */
export async function findNumberDates(
  database: Database,
  staged: string,
  columns: readonly (Pick<OwnColumn, 'name'> & { readonly sql: string })[],
): Promise<string[]> {
  const notes: string[] = [];
  for (const { name, sql } of columns.filter((column) => named.test(column.name))) {
    const fits = forms.map(
      ({ least, most, format }) =>
        `count(*) FILTER (v NOT BETWEEN ${least} AND ${most} OR try_strptime(v::VARCHAR, '${format}') IS NULL)`,
    );
    const { rows } = await database.query(
      `SELECT count(*), ${fits.join(', ')} FROM (SELECT ${sql} AS v FROM ${toQuotedName(staged)}) WHERE v IS NOT NULL`,
    );
    const [filled = 0, ...misfits] = (rows[0] ?? []).map(Number);
    const form = filled > 0 ? forms.find((_form, index) => misfits[index] === 0) : undefined;
    if (form)
      notes.push(
        `${name}: ${form.what} written as whole numbers. They sort in order of time, and cannot be subtracted: ${form.slip}. \`strptime(${name}::VARCHAR, '${form.format}')::DATE\` makes dates of them.`,
      );
  }
  return notes;
}
