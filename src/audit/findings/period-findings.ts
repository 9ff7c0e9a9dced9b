import { countWords, inNumber } from '#src/words/count-words.ts';
import { listWords } from '#src/words/list-words.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { AuditFinding } from '../audit.ts';
import { isDay, spellingTable, valueView } from '../audited-table.ts';
import type { AuditedColumn, AuditedTable } from '../audited-table.ts';

const mostPeriods = 2000;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Periods one after another: a number for each, and how to say one. */
interface Scale {
  readonly toNumber: (text: string) => number | undefined;
  readonly toWords: (number: number) => string;
  readonly step: string;
}

const scales: readonly Scale[] = [
  {
    step: 'year',
    toNumber: (text) => (/^(1[6-9]|20|21)\d\d$/.test(text) ? Number(text) : undefined),
    toWords: String,
  },
  {
    step: 'financial year',
    toNumber: (text) => {
      const [, from = '', to = ''] = /^((?:19|20)\d\d) ?[-/–] ?(\d\d|\d{4})$/.exec(text) ?? [];
      const year = Number(from);
      return from !== '' && Number(to) % 100 === (year + 1) % 100 ? year : undefined;
    },
    toWords: (year) => `${year}-${String((year + 1) % 100).padStart(2, '0')}`,
  },
  {
    step: 'quarter',
    toNumber: (text) => {
      const [, year, quarter] = /^((?:19|20)\d\d):? ?[-/]? ?q([1-4])$/i.exec(text) ?? [];
      if (year !== undefined) return Number(year) * 4 + Number(quarter) - 1;
      const [, first, later] = /^q([1-4]),? ?[-/]? ?((?:19|20)\d\d)$/i.exec(text) ?? [];
      return later === undefined ? undefined : Number(later) * 4 + Number(first) - 1;
    },
    toWords: (number) => `${Math.floor(number / 4)} Q${(number % 4) + 1}`,
  },
  {
    step: 'month',
    toNumber: (text) => {
      const [, year, month] = /^((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-\d\d)?(?: 00:00:00)?$/.exec(text) ?? [];
      if (year !== undefined) return Number(year) * 12 + Number(month) - 1;
      const [, name, later] = /^([a-z]{3})[a-z]*[ -]((?:19|20)\d\d|\d\d)$/i.exec(text) ?? [];
      const at = months.indexOf((name ?? '').toLowerCase());
      return at < 0 ? undefined : (Number(later) < 100 ? 2000 + Number(later) : Number(later)) * 12 + at;
    },
    toWords: (number) => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`,
  },
];

const fewest = 5;
/** Where fewer of the periods are there, there is no series that could have a gap. */
const mostGaps = 0.2;

/** Periods without a row between the first and the last of a column of years, financial years, quarters or months. */
export async function findPeriodGaps(table: AuditedTable, column: AuditedColumn): Promise<AuditFinding[]> {
  const isCandidate =
    column.type === 'VARCHAR' || isDay(column) || (column.type === 'BIGINT' && column.looks.isYear);
  if (!isCandidate || column.distinct < fewest || column.distinct > mostPeriods || column.isPersonal)
    return [];
  const source =
    column.type === 'VARCHAR'
      ? `SELECT trim(v) FROM ${spellingTable} WHERE trim(v) <> ''`
      : `SELECT DISTINCT ${toQuotedName(column.name)}::VARCHAR FROM ${valueView} WHERE ${toQuotedName(column.name)} IS NOT NULL`;
  const { rows } = await table.database.query(source);
  const texts = rows.map(([text]) => String(text));
  // Days of all kinds are no months: those of a series stand on one day of the month.
  if (isDay(column) && new Set(texts.map(dayOfMonth)).size > 1) return [];
  for (const { toNumber, toWords, step } of scales) {
    const numbers = texts.map(toNumber);
    if (numbers.some((number) => number === undefined)) continue;
    const there = [...new Set(numbers as number[])].toSorted((a, b) => a - b);
    const stride = usualStride(there);
    const first = there[0] ?? 0;
    const last = there.at(-1) ?? first;
    const expected = Math.floor((last - first) / stride) + 1;
    const gaps = Array.from(
      { length: Math.min(expected, 10_000) },
      (_gap, index) => first + index * stride,
    ).filter((number) => !there.includes(number));
    if (there.length < fewest || gaps.length === 0 || gaps.length > expected * mostGaps) return [];
    return [
      {
        kind: 'period-gaps',
        dimension: 'Completeness',
        level: 'possible',
        title: 'Periods without a row',
        column: column.heading,
        count: gaps.length,
        says: `From ${toWords(first)} to ${toWords(last)}, ${countWords(gaps.length, step)} ${inNumber(gaps.length, 'has', 'have')} no row: ${listWords(gaps.slice(0, 8).map(toWords))}${gaps.length > 8 ? ' and more' : ''}.`,
        advice: 'Check whether nothing was measured then, or rows were lost.',
        examples: undefined,
      },
    ];
  }
  return [];
}

/** The last day of a month counts as one day of all months. */
function dayOfMonth(text: string): string {
  const [year, month, day = ''] = text.slice(0, 10).split('-');
  const isLast = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate() === Number(day);
  return isLast ? 'last' : day;
}

/** How far most of them stand apart. */
function usualStride(numbers: readonly number[]): number {
  const strides = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
  const counts = new Map<number, number>();
  for (const stride of strides) counts.set(stride, (counts.get(stride) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1;
}
