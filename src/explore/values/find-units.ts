import type { Database } from '#src/results/database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { listWords } from '#src/words/list-words.ts';
import type { OwnColumn } from '../own-table.ts';
import { tidySql } from './number-forms.ts';

const units = [
  '(?:thousand|million|billion|trillion|mn|mln|bn|tn|k|m|b)',
  '(?:km|cm|mm|miles?|yards?|ft|feet|inches|in|metres?|meters?|kilometres?)[²³23]?',
  '(?:sq ?(?:k?m|ft|miles?)|m[²³23]|ha|hectares?|acres?)',
  '(?:kg|g|mg|µg|tonnes?|t|kt|mt|ktco2e?|mtco2e?|tco2e?|lbs?|oz|stone)',
  '(?:kwh|mwh|gwh|twh|kw|mw|gw|w|mj|gj|therms?|toe|ktoe|mtoe)',
  '(?:° ?[cf]?|deg ?[cf]|c|f|degrees?)',
  '(?:litres?|liters?|l|ml|hl|pints?|gallons?)',
  '(?:seconds?|secs?|s|minutes?|mins?|min|hours?|hrs?|h|days?|weeks?|months?|years?|yrs?)',
  '(?:per ?cent|percent|pp|ppts?|percentage points?|bps|basis points)',
  '(?:p|pence|gbp|eur|usd|pounds|people|persons|staff|fte|ftes|mph|knots|db|hpa|mb|mbps|gbps|x)',
].join('|');
const digits = '(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,17})?(?:\\.[0-9]+)?';
const withUnit = `[-+(]?[£$€]?[-+]?${digits} ?(?i:${units})(?: ?(?:/|per) ?[A-Za-z]{1,10}[²³]?)?\\)?`;
const plain = `[-+(]?[£$€]?[-+]?${digits}\\)?`;
const rowsTriedFirst = 1000;

/**
 * Say which columns of text are numbers with a unit behind them, such as 12 km or £1.2m. They stay text: whether 1.2m and 400k are
 * to be brought to one unit, only the person knows.
 *
 * @param staged - A table with every column as text.
 */
export async function findUnits(
  database: Database,
  staged: string,
  columns: readonly OwnColumn[],
): Promise<string[]> {
  const notes: string[] = [];
  for (const { name } of columns) {
    const text = tidySql(toQuotedName(name));
    const from = (source: string) =>
      `(SELECT text, regexp_full_match(text, '${withUnit}') AND regexp_matches(text, '[0-9]') AS united, regexp_full_match(text, '${plain}') AS plain
        FROM (SELECT ${text} AS text FROM ${source}) WHERE text <> '')`;
    const tried = await database.query(
      `SELECT count(*), count(*) FILTER (NOT united AND NOT plain), count(*) FILTER (united) FROM ${from(`(FROM ${toQuotedName(staged)} LIMIT ${rowsTriedFirst})`)}`,
    );
    const [some = 0, misfits = 0, united = 0] = (tried.rows[0] ?? []).map(Number);
    if (some === 0 || misfits > 0 || united === 0) continue;
    const { rows } = await database.query(
      `SELECT CASE WHEN united THEN trim(regexp_replace(regexp_replace(text, '^[-+(]?[£$€]?[-+]?[0-9.,]+', ''), '\\)$', '')) WHEN plain THEN '' END AS unit,
         count(*), left(min(text), 30)
       FROM ${from(toQuotedName(staged))} GROUP BY unit ORDER BY count(*) DESC, unit`,
    );
    if (rows.some(([unit]) => unit === null) || rows.length > 8) continue;
    notes.push(toUnitNote(name, rows));
  }
  return notes;
}

function toUnitNote(name: string, rows: readonly (readonly unknown[])[]): string {
  const number = `TRY_CAST(regexp_extract(replace(${name}, ',', ''), '-?[0-9.]+') AS DOUBLE)`;
  const [first] = rows;
  if (rows.length === 1)
    return `${name}: numbers with the unit “${String(first?.[0])}” behind them, such as “${String(first?.[2])}”. They stay text. \`${number}\` turns them into numbers of ${String(first?.[0])}.`;
  const list = rows.map(
    ([unit, count]) => `${unit === '' ? 'no unit' : `“${String(unit)}”`} (${Number(count)})`,
  );
  return `${name}: numbers in several units: ${listWords(list)}. They stay text, since they cannot be compared or added up until they are in one. \`${number}\` takes the number off; multiply it by what its unit stands for.`;
}
