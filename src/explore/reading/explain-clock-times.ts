import type { Database } from '#src/results/database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { countWords } from '#src/words/count-words.ts';

const timeFormats = [
  '%H:%M',
  '%H:%M:%S',
  '%I:%M %p',
  '%I:%M%p',
  '%I:%M:%S %p',
  '%I.%M%p',
  '%I.%M %p',
  '%I%p',
  '%I %p',
];

/**
 * Says how the times of a text column turn into times, by the format that reads the most of them. They stay text, because `2:15`
 * may as well be how long something took.
 *
 * @param table - With the column as text.
 */
export async function explainClockTimes(database: Database, table: string, column: string): Promise<string> {
  const text = `trim(${toQuotedName(column)})`;
  const counts = timeFormats.map((format) => `count(try_strptime(${text}, '${format}'))`);
  const { rows } = await database.query(
    `SELECT count(nullif(${text}, '')), ${counts.join(', ')} FROM ${toQuotedName(table)}`,
  );
  const [filled = 0, ...read] = (rows[0] ?? []).map(Number);
  const most = Math.max(...read);
  const start = 'Times kept as text, so they sort by their first characters.';
  if (most === 0) return `${start} They are written in a way that no common format reads.`;
  const format = timeFormats[read.indexOf(most)] ?? '%H:%M';
  const rest = filled > most ? ` and ${countWords(filled - most, 'other value')} into NULL` : '';
  return `${start} If they are times of the day, \`CAST(try_strptime(${column}, '${format}') AS TIME)\` turns them into times${rest}.`;
}
