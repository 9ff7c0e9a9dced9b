import { countWords, inNumber } from '#src/words/count-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { AuditFinding } from '../audit.ts';
import { askNumbers, isMeasure, isNumber, queryExamples, valueView } from '../audited-table.ts';
import type { AuditedColumn, AuditedTable } from '../audited-table.ts';

/** Fewer values than this tell nothing of what is usual. */
const fewestValues = 20;
/** Where more values than this share are far from the rest, far is how they are spread. */
const mostUnusual = 0.005;
/**
 * How far from the median a value is unusual, in robust standard deviations. Iglewicz and Hoaglin (1993) take 3.5 for values
 * that are spread evenly about their middle; amounts of money and people are not.
 */
const farFrom = 8;

/** Figures of a column that do not go with the rest. */
export async function findNumberFindings(
  table: AuditedTable,
  column: AuditedColumn,
): Promise<AuditFinding[]> {
  if (!isNumber(column)) return [];
  const found = [...(await findPercentRange(table, column)), ...(await findOddYears(table, column))];
  if (!isMeasure(column) || column.filled < fewestValues) return found;
  const placeholders = await findPlaceholders(table, column);
  const negatives = await findNegatives(table, column);
  const unusual = placeholders.length > 0 ? [] : await findUnusual(table, column);
  return [...found, ...placeholders, ...negatives, ...unusual];
}

const examplesOf = (table: AuditedTable, column: AuditedColumn, condition: string, order = '"#"') =>
  queryExamples(
    table,
    `SELECT "#" FROM (SELECT "#", ${toQuotedName(column.name)}::DOUBLE AS x FROM ${valueView}) WHERE ${condition} ORDER BY ${order} LIMIT 5`,
    [column],
  );

const countOf = (table: AuditedTable, column: AuditedColumn, conditions: readonly string[]) =>
  askNumbers(
    table,
    `SELECT ${conditions.map((condition) => `count(*) FILTER (${condition})`).join(', ')}
     FROM (SELECT ${toQuotedName(column.name)}::DOUBLE AS x FROM ${valueView})`,
  );

async function findPercentRange(table: AuditedTable, column: AuditedColumn): Promise<AuditFinding[]> {
  if (!column.looks.isPercent || column.looks.isChange || column.looks.isCode) return [];
  const outside = 'x < 0 OR x > 100';
  const [count = 0, below = 0] = await countOf(table, column, [outside, 'x < 0']);
  // Where many are past the bounds, the heading means something else.
  if (count === 0 || count > column.filled * 0.1) return [];
  const what = below === count ? 'below 0' : below === 0 ? 'over 100' : 'below 0 or over 100';
  return [
    {
      kind: 'percent-range',
      dimension: 'Validity',
      level: 'possible',
      title: 'Percentages out of 0 to 100',
      column: column.heading,
      count,
      says: `${countWords(count, 'value')} ${inNumber(count, 'is', 'are')} ${what}. A share of a whole cannot be; a rate or a change can.`,
      advice: 'Check what the percentage is of.',
      examples: await examplesOf(table, column, outside),
    },
  ];
}

async function findOddYears(table: AuditedTable, column: AuditedColumn): Promise<AuditFinding[]> {
  if (!column.looks.isYear || column.type !== 'BIGINT') return [];
  const usual = 'x BETWEEN 1800 AND 2200';
  const [count = 0, years = 0] = await countOf(table, column, [`NOT (${usual})`, usual]);
  if (count === 0 || count > years * 0.1) return [];
  return [
    {
      kind: 'odd-years',
      dimension: 'Validity',
      level: 'likely',
      title: 'Years that cannot be',
      column: column.heading,
      count,
      says: `${countWords(count, 'value')} ${inNumber(count, 'is no year', 'are no years')} between 1800 and 2200, as the other ${numberWords(years)} are.`,
      advice: 'Look the years up in the source.',
      examples: await examplesOf(table, column, `NOT (${usual})`),
    },
  ];
}

const placeholders = [-1, -9, -99, -999, -9999, -99999, 99, 999, 9999, 99999, 999999, 9999999];

/** The same round-looking figure a few times, far from all others: a code for “missing”. */
async function findPlaceholders(table: AuditedTable, column: AuditedColumn): Promise<AuditFinding[]> {
  const { rows } = await table.database.query(
    `WITH v AS (SELECT ${toQuotedName(column.name)}::DOUBLE AS x, count(*) AS n FROM ${valueView} WHERE ${toQuotedName(column.name)} IS NOT NULL GROUP BY 1),
     ends AS (SELECT max(x) AS top, max(x, 2)[2] AS under, min(x) AS bottom, min(x, 2)[2] AS over FROM v)
     SELECT x, n FROM v, ends WHERE n >= 2 AND x IN (${placeholders.join(', ')})
       AND ((x = top AND under <= x * 0.5) OR (x = bottom AND over >= 0 AND x < 0))`,
  );
  const [figure, uses] = rows[0] ?? [];
  if (figure === undefined || rows.length > 1 || (Number(figure) === -1 && column.looks.isChange)) return [];
  return [
    {
      kind: 'placeholder-figures',
      dimension: 'Completeness',
      level: 'possible',
      title: 'A figure that may mean “missing”',
      column: column.heading,
      count: Number(uses),
      says: `${numberWords(Number(figure))} stands ${countWords(Number(uses), 'time')} and is far from all other values. Such figures often stand for a value that nobody has; sums and averages count them.`,
      advice: 'Ask whoever made the file. If it means “missing”, leave the cells empty.',
      examples: await examplesOf(table, column, `x = ${String(figure)}`),
    },
  ];
}

async function findNegatives(table: AuditedTable, column: AuditedColumn): Promise<AuditFinding[]> {
  if (column.looks.isChange || /(^|_)rates?(_|$)/.test(column.name)) return [];
  const [count = 0, others = 0] = await countOf(table, column, ['x < 0', 'x > 0']);
  if (count === 0 || count > others * 0.01) return [];
  return [
    {
      kind: 'negative-figures',
      dimension: 'Validity',
      level: 'possible',
      title: 'Figures below zero where others are not',
      column: column.heading,
      count,
      says: `${countWords(count, 'value')} ${inNumber(count, 'is', 'are')} below zero, and ${numberWords(others)} above. It can be right, as for a refund.`,
      advice: 'Check that the column may hold such figures.',
      examples: await examplesOf(table, column, 'x < 0'),
    },
  ];
}

/** Figures far from the median, measured by the median absolute deviation: of their logarithms where all are above zero. */
async function findUnusual(table: AuditedTable, column: AuditedColumn): Promise<AuditFinding[]> {
  const name = toQuotedName(column.name);
  const [least = 0, most = 0, different = 0] = await askNumbers(
    table,
    `SELECT min(${name})::DOUBLE, max(${name})::DOUBLE, count(DISTINCT ${name}) FROM ${valueView}`,
  );
  if (different < 10) return [];
  const scale = least > 0 && most > least * 10 ? 'ln(x)' : 'x';
  const values = `(SELECT "#", ${name}::DOUBLE AS x FROM ${valueView} WHERE ${name} IS NOT NULL)`;
  const [middle = 0, spread = 0] = await askNumbers(
    table,
    `SELECT median(s), mad(s) FROM (SELECT ${scale} AS s FROM ${values})`,
  );
  if (!(spread > 0) || !Number.isFinite(middle)) return [];
  const distance = `0.6745 * abs(${scale} - (${middle})) / ${spread}`;
  const [count = 0, half = 0] = await askNumbers(
    table,
    `SELECT count(*) FILTER (${distance} > ${farFrom}), count(*) FILTER (${distance} > ${farFrom / 2}) FROM ${values}`,
  );
  // A long tail runs out without a gap; what is unusual stands alone.
  if (count === 0 || count > Math.max(1, column.filled * mostUnusual) || half > count * 3) return [];
  const examples = await queryExamples(
    table,
    `SELECT "#" FROM ${values} WHERE ${distance} > ${farFrom} ORDER BY ${distance} DESC, "#" LIMIT 5`,
    [column],
  );
  const [median = 0] = await askNumbers(table, `SELECT median(${name})::DOUBLE FROM ${valueView}`);
  const inMiddle = numberWords(median);
  const about = column.isPersonal ? '' : ` The middle value is ${inMiddle}.`;
  return [
    {
      kind: 'unusual-figures',
      dimension: 'Accuracy',
      level: 'possible',
      title: 'Unusual figures',
      column: column.heading,
      count,
      says: `${countWords(count, 'value')} ${inNumber(count, 'is', 'are')} far from the rest.${about} Unusual is not wrong: a total or a large place can be so.`,
      advice: 'Compare with the source before you use them in an average.',
      examples,
    },
  ];
}
