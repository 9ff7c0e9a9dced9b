import type { Database } from '#src/results/database.ts';
import { countWords } from '#src/words/count-words.ts';
import { toQuotedName } from '#src/sql/quote.ts';

/** Day first before month first: the first of equals is taken. */
const dateFormats = [
  '%d/%m/%Y',
  '%m/%d/%Y',
  '%d-%m-%Y',
  '%d.%m.%Y',
  '%d/%m/%y',
  '%d-%m-%y',
  '%d/%m/%Y %H:%M',
  '%d/%m/%Y %H:%M:%S',
  '%d %b %Y',
  '%d %B %Y',
  '%d-%b-%Y',
  '%d-%b-%y',
  '%Y-%m-%d',
];

/** SQL of the date that a text is in a format. DuckDB takes the 24 of 31-Jan-24 for the year 24 where four digits are called for. */
function toDateSql(text: string, format: string): string {
  const date = `try_strptime(${text}, '${format}')`;
  return format.includes('%Y') ? `CASE WHEN year(${date}) > 999 THEN ${date} END` : date;
}

/**
 * Say how the dates of a text column turn into dates, by which format reads the most of them; dates in several forms, and
 * those that can be read in two ways, are named.
 */
export async function explainTextDates(database: Database, table: string, column: string): Promise<string> {
  const text = `trim(${toQuotedName(column)})`;
  const counts = dateFormats.map((format) => `count(${toDateSql(text, format)})`);
  const { rows } = await database.query(
    `SELECT count(nullif(${text}, '')), ${counts.join(', ')} FROM ${toQuotedName(table)}`,
  );
  const [filled = 0, ...read] = (rows[0] ?? []).map(Number);
  const most = Math.max(...read);
  const format = dateFormats[read.indexOf(most)] ?? '%d/%m/%Y';
  const start = 'Dates kept as text, so they sort by their first characters.';
  if (most === 0) return `${start} They are written in a way that no common format reads.`;
  const second = most < filled ? await findSecondForm(database, table, text, format) : undefined;
  const unsure = await explainBothReadings(database, table, text, read);
  if (second !== undefined) {
    // A format of two digits comes first, since one of four would take them too.
    const order = second.format.includes('%y') ? [second.format, format] : [format, second.format];
    const both = `\`coalesce(${order.map((each) => `try_strptime(${column}, '${each}')`).join(', ')})\``;
    const forms = `${countWords(most, 'date')} such as “${second.first}” and ${countWords(second.count, 'other')} such as “${second.example}”`;
    const left = filled - most - second.count;
    const rest = left > 0 ? ` and ${countWords(left, 'value')} into NULL` : '';
    return `${start} They are written in more than one form: ${forms}. ${both} turns them into dates${rest}.${unsure}`;
  }
  const rest = filled > most ? ` and ${countWords(filled - most, 'other value')} into NULL` : '';
  return `${start} \`try_strptime(${column}, '${format}')\` turns them into dates${rest}.${unsure}`;
}

/** The format that reads the most of what another does not, with an example of each. */
async function findSecondForm(database: Database, table: string, text: string, format: string) {
  const left = `${toDateSql(text, format)} IS NULL`;
  const counts = dateFormats.map((each) => `count(${toDateSql(text, each)}) FILTER (${left})`);
  const { rows } = await database.query(
    `SELECT left(any_value(${text}) FILTER (NOT (${left})), 30), ${counts.join(', ')} FROM ${toQuotedName(table)}`,
  );
  const [first, ...rest] = rows[0] ?? [];
  const numbers = rest.map(Number);
  const count = Math.max(...numbers);
  const second = dateFormats[numbers.indexOf(count)];
  if (count === 0 || second === undefined) return undefined;
  const example = await database.query(
    `SELECT left(${text}, 30) FROM ${toQuotedName(table)} WHERE ${left} AND ${toDateSql(text, second)} IS NOT NULL LIMIT 1`,
  );
  return { format: second, count, first: String(first), example: String(example.rows[0]?.[0]) };
}

/** Both readings of a date of which nobody can tell the day from the month, unless the others have told. */
async function explainBothReadings(
  database: Database,
  table: string,
  text: string,
  read: readonly number[],
): Promise<string> {
  const [dayFirst, monthFirst] = ['%d/%m/%Y', '%m/%d/%Y'] as const;
  const [days, months] = [dayFirst, monthFirst].map((format) => read[dateFormats.indexOf(format)] ?? 0);
  if (!days || !months) return '';
  const toDay = (format: string) => `strftime(${toDateSql(text, format)}, '%-d %B %Y')`;
  const [first, second] = [toDay(dayFirst), toDay(monthFirst)];
  const { rows } = await database.query(
    `SELECT count(*) FILTER (${second} IS NULL), count(*) FILTER (${first} IS NULL),
       left(min(${text}) FILTER (${first} <> ${second}), 30),
       arg_min(${first}, ${text}) FILTER (${first} <> ${second}), arg_min(${second}, ${text}) FILTER (${first} <> ${second})
     FROM ${toQuotedName(table)} WHERE ${first} IS NOT NULL OR ${second} IS NOT NULL`,
  );
  const [onlyDays = 0, onlyMonths = 0, example, asDay, asMonth] = rows[0] ?? [];
  if (example === null || example === undefined) return '';
  // Some that only fit one way tell of the rest, where none fits the other way alone.
  if (Number(onlyDays) > 0 && Number(onlyMonths) === 0) return '';
  const how = `“${String(example)}” is ${String(asDay)} with the day first and ${String(asMonth)} with the month first`;
  return Number(onlyMonths) > 0
    ? ` Some have the month first: ${how}. Find out which it is.`
    : ` All of them could also have the month first: ${how}. Find out which it is.`;
}
