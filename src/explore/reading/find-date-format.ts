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

/** Say how the dates of a text column turn into dates, by which format reads the most of them. */
export async function explainTextDates(database: Database, table: string, column: string): Promise<string> {
  const name = toQuotedName(column);
  const counts = dateFormats.map((format) => `count(try_strptime(trim(${name}), '${format}'))`);
  const { rows } = await database.query(
    `SELECT count(nullif(trim(${name}), '')), ${counts.join(', ')} FROM ${toQuotedName(table)}`,
  );
  const [filled = 0, ...read] = (rows[0] ?? []).map(Number);
  const most = Math.max(...read);
  const format = dateFormats[read.indexOf(most)] ?? '%d/%m/%Y';
  const start = 'Dates kept as text, so they sort by their first characters.';
  if (most === 0) return `${start} They are written in a way that no common format reads.`;
  const rest = filled > most ? ` and ${countWords(filled - most, 'other value')} into NULL` : '';
  const how = `\`try_strptime(${column}, '${format}')\` turns them into dates${rest}.`;
  const isUnsure = format === '%d/%m/%Y' && read[dateFormats.indexOf('%m/%d/%Y')] === most;
  return `${start} ${how}${isUnsure ? ' All of them could also have the month first: find out which it is.' : ''}`;
}
