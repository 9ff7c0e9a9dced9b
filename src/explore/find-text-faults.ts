import type { Database } from '#src/results/database.ts';
import { countWords } from './count-words.ts';
import { explainTextDates } from './find-date-format.ts';
import { quoteName } from './quote-sql.ts';

const slashDate = '[0-9]{1,2}[/.-][0-9]{1,2}[/.-]([0-9]{4}|[0-9]{2})( [0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?';
const wordDate =
  '(?i)[0-9]{1,2}[ -](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]([0-9]{4}|[0-9]{2})';
const isoDate = '[0-9]{4}-[0-9]{2}-[0-9]{2}.*';
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
const toNumber = (column: string) => `TRY_CAST(regexp_replace(${column}, '[£$€,% ]', '', 'g') AS DOUBLE)`;
/** From this share of the values on, the others are taken for slips. */
const most = 0.8;

/** What looks wrong in a text column, each in a sentence with a count and what to do in SQL. */
export async function findTextFaults(database: Database, table: string, column: string): Promise<string[]> {
  const name = quoteName(column);
  const trimmed = `trim(${name})`;
  const matching = (pattern: string) => `count(*) FILTER (regexp_full_match(${trimmed}, '${pattern}'))`;
  const { rows } = await database.query(
    `SELECT count(*) FILTER (${trimmed} <> ''), count(*) FILTER (${name} <> ${trimmed} AND ${trimmed} <> ''),
       count(*) FILTER (${trimmed} = ''), ${matching(slashDate)}, ${matching(wordDate)}, ${matching(isoDate)},
       ${matching(plainNumber)}, ${matching(dressedNumber)},
       count(*) FILTER (lower(${trimmed}) IN (${standIns.map((word) => `'${word}'`).join(', ')})),
       count(*) FILTER (regexp_full_match(${trimmed}, '0[0-9]+')), max(length(${name})),
       count(*) FILTER (${trimmed} <> '' AND ${toNumber(name)} IS NULL)
     FROM ${quoteName(table)} WHERE ${name} IS NOT NULL`,
  );
  const [
    filled = 0,
    padded = 0,
    blank = 0,
    slash = 0,
    word = 0,
    iso = 0,
    plain = 0,
    dressed = 0,
    gaps = 0,
    leadingZeros = 0,
    longest = 0,
    unread = 0,
  ] = (rows[0] ?? []).map(Number);
  const real = filled - gaps;
  const faults: string[] = [];
  const isMost = (count: number) => real > 0 && count >= real * most;

  if (isMost(slash + word + iso)) {
    faults.push(await explainTextDates(database, table, column));
  } else if (isMost(dressed) && leadingZeros === 0) {
    const what = dressed > plain ? 'with commas, £, % or brackets' : 'beside values that are not numbers';
    faults.push(
      `Numbers kept as text, ${what}, so they cannot be added up. \`${toNumber(column)}\` turns them into numbers${unread > 0 ? ` and ${countWords(unread, 'value')} into NULL` : ''}.`,
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
  if (longest <= 200) faults.push(...(await findSpellings(database, table, column)));
  return faults;
}

/** Values that differ only in capitals or spaces, where that is not so for nearly every value. */
async function findSpellings(database: Database, table: string, column: string): Promise<string[]> {
  const name = quoteName(column);
  const { rows } = await database.query(
    `SELECT count(*) OVER (), array_to_string(spellings, '” and “') FROM (
       SELECT list_sort(list(DISTINCT ${name}))[:3] AS spellings, count(*) AS uses FROM ${quoteName(table)}
       WHERE ${name} IS NOT NULL GROUP BY lower(regexp_replace(trim(${name}), '\\s+', ' ', 'g'))
       HAVING count(DISTINCT regexp_replace(trim(${name}), '\\s+', ' ', 'g')) > 1
     ) ORDER BY uses DESC, spellings LIMIT 1`,
  );
  const [groups, example] = rows[0] ?? [];
  if (groups === undefined) return [];
  return [
    `${countWords(Number(groups), 'value')} in spellings that differ only in capitals or spaces, such as “${String(example)}”. GROUP BY keeps them apart.`,
  ];
}
