import type { Database } from '#src/results/database.ts';
import { countWords } from '#src/words/count-words.ts';
import { explainTextDates } from '../reading/find-date-format.ts';
import { explainClockTimes } from '../reading/explain-clock-times.ts';
import { toQuotedName } from '#src/sql/quote.ts';

const slashDate = '[0-9]{1,2}[/.-][0-9]{1,2}[/.-]([0-9]{4}|[0-9]{2})( [0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?';
const wordDate =
  '(?i:[0-9]{1,2}[ -](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]([0-9]{4}|[0-9]{2}))';
const isoDatePattern = '[0-9]{4}-[0-9]{2}-[0-9]{2}.*';
/** A time of the day as clocks show it: 9:30, 14:05:00, 9.30am, 9 pm. */
const clockTime =
  '(?i:([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?|(0?[1-9]|1[0-2])([:.][0-5][0-9])?(:[0-5][0-9])? ?[ap]\\.?m\\.?)';
const plainNumber = '[-+]?[0-9]+(\\.[0-9]+)?';
/** With a thousands comma, a currency, a percent sign, or brackets for less than nothing. */
const dressedNumber = '\\(?[-+]?\\s?[£$€]?\\s?[-+]?[0-9][0-9,]*(\\.[0-9]+)?\\s?%?\\)?';
const standIns = [
  '-',
  '--',
  '?',
  'n/a',
  'na',
  '#n/a',
  'null',
  'none',
  'nil',
  'unknown',
  'not known',
  'tbc',
  '.',
  '..',
];
/** Takes off what stands around a number. Brackets stay: they change its sign. */
const toNumberSql = (column: string) => `TRY_CAST(regexp_replace(${column}, '[£$€,% ]', '', 'g') AS DOUBLE)`;
/** From this share of the values on, the others are taken for slips. */
const most = 0.8;

/** More different values than this are no list of names in which spellings matter. */
const mostNames = 50_000;
const rowsTriedFirst = 2000;

/**
 * What looks wrong in a text column, each in a sentence with a count and what to do in SQL.
 *
 * @param distinct - How many different values the column has.
 */
export async function findTextFaults(
  database: Database,
  table: string,
  column: string,
  distinct: number,
): Promise<string[]> {
  const name = toQuotedName(column);
  const trimmed = `trim(${name})`;
  const words = standIns.map((word) => `'${word}'`).join(', ');
  const { rows } = await database.query(
    `SELECT count(*) FILTER (${trimmed} <> ''), count(*) FILTER (${name} <> ${trimmed} AND ${trimmed} <> ''),
       count(*) FILTER (${trimmed} = ''), max(length(${name})),
       count(*) FILTER (length(${name}) < 20 AND lower(${trimmed}) IN (${words}))
     FROM ${toQuotedName(table)} WHERE ${name} IS NOT NULL`,
  );
  const [filled = 0, padded = 0, blank = 0, longest = 0, gaps = 0] = (rows[0] ?? []).map(Number);
  // Patterns are slow: most columns of a million rows are told by a few of them.
  const few = `(SELECT ${name} FROM ${toQuotedName(table)} WHERE ${name} IS NOT NULL LIMIT ${rowsTriedFirst})`;
  const first = await countShapes(database, few, name);
  const mayBe = [first.dates, first.times, first.dressed].some(
    (count) => count * 2 >= first.filled - first.gaps,
  );
  const { dates, times, dressed, plain, leadingZeros, unread } =
    mayBe && filled > 0 ? await countShapes(database, toQuotedName(table), name) : noShapes;
  const real = filled - gaps;
  const faults: string[] = [];
  const isMost = (count: number) => real > 0 && count >= real * most;

  if (isMost(dates)) {
    faults.push(await explainTextDates(database, table, column));
  } else if (isMost(times)) {
    faults.push(await explainClockTimes(database, table, column));
  } else if (isMost(dressed) && leadingZeros === 0) {
    const what = dressed > plain ? 'with commas, £, % or brackets' : 'beside values that are not numbers';
    faults.push(
      `Numbers kept as text, ${what}, so they cannot be added up. \`${toNumberSql(column)}\` turns them into numbers${unread > 0 ? ` and ${countWords(unread, 'value')} into NULL` : ''}.`,
    );
  }
  if (gaps > 0 && real > 0) {
    faults.push(
      `${countWords(gaps, 'value')} such as “-” or “n/a” that may mean “missing”. SQL counts them as values.`,
    );
  }
  if (padded > 0) {
    faults.push(
      `${countWords(padded, 'value')} with spaces before or after. \`trim(${column})\` takes them off.`,
    );
  }
  if (blank > 0)
    faults.push(`${countWords(blank, 'value')} of nothing but spaces or empty text, which is not NULL.`);
  if (longest <= 200 && distinct <= mostNames) faults.push(...(await findSpellings(database, table, column)));
  return faults;
}

const noShapes = { filled: 0, gaps: 0, dates: 0, times: 0, plain: 0, dressed: 0, leadingZeros: 0, unread: 0 };

/** How many values look like dates, like numbers, and so on. */
async function countShapes(database: Database, source: string, name: string): Promise<typeof noShapes> {
  const trimmed = `trim(${name})`;
  const matching = (pattern: string) => `count(*) FILTER (regexp_full_match(${trimmed}, '${pattern}'))`;
  const words = standIns.map((word) => `'${word}'`).join(', ');
  const { rows } = await database.query(
    `SELECT count(*) FILTER (${trimmed} <> ''), count(*) FILTER (lower(${trimmed}) IN (${words})),
       ${matching(`${slashDate}|${wordDate}|${isoDatePattern}`)}, ${matching(clockTime)},
       ${matching(plainNumber)}, ${matching(dressedNumber)},
       ${matching('0[0-9]+|[0-9]{17,}')}, count(*) FILTER (${trimmed} <> '' AND ${toNumberSql(name)} IS NULL)
     FROM ${source}`,
  );
  const [filled = 0, gaps = 0, dates = 0, times = 0, plain = 0, dressed = 0, leadingZeros = 0, unread = 0] = (
    rows[0] ?? []
  ).map(Number);
  return { filled, gaps, dates, times, plain, dressed, leadingZeros, unread };
}

/** Values that differ only in capitals or spaces, where that is not so for nearly every value. */
async function findSpellings(database: Database, table: string, column: string): Promise<string[]> {
  const name = toQuotedName(column);
  const { rows } = await database.query(
    `WITH spelled AS (SELECT ${name} AS spelling, count(*) AS uses FROM ${toQuotedName(table)}
       WHERE ${name} IS NOT NULL GROUP BY ALL),
     tidied AS (SELECT *, regexp_replace(trim(spelling), '\\s+', ' ', 'g') AS tidy FROM spelled)
     SELECT count(*) OVER (), array_to_string(list_sort(list(spelling))[:3], '” and “') AS spellings
     FROM tidied GROUP BY lower(tidy) HAVING count(DISTINCT tidy) > 1
     ORDER BY sum(uses) DESC, spellings LIMIT 1`,
  );
  const [groups, example] = rows[0] ?? [];
  if (groups === undefined) return [];
  return [
    `${countWords(Number(groups), 'value')} in spellings that differ only in capitals or spaces, such as “${String(example)}”. GROUP BY keeps them apart.`,
  ];
}
