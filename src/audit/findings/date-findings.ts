import { countWords, inNumber } from '#src/words/count-words.ts';
import { dateWords } from '#src/words/date-words.ts';
import { listWords } from '#src/words/list-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { AuditFinding } from '../audit.ts';
import {
  askNumbers,
  findExamples,
  isDay,
  queryExamples,
  spellingTable,
  valueView,
} from '../audited-table.ts';
import type { AuditedColumn, AuditedTable } from '../audited-table.ts';

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const weekday = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? ';
const time = '([ t]+[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?( ?[ap]m)?z?)?';

/** How dates are written: a name, a pattern for a text in small letters, and the formats that read it. */
const forms: readonly {
  readonly name: string;
  readonly pattern: string;
  readonly reads: readonly string[];
}[] = [
  {
    name: 'year first',
    pattern: '[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}',
    reads: ['%Y-%m-%d', '%Y/%m/%d', '%Y.%m.%d'],
  },
  {
    name: 'with slashes',
    pattern: '[0-9]{1,2}/[0-9]{1,2}/([0-9]{4}|[0-9]{2})',
    reads: ['%d/%m/%Y', '%m/%d/%Y', '%d/%m/%y', '%m/%d/%y'],
  },
  {
    name: 'with points',
    pattern: '[0-9]{1,2}\\.[0-9]{1,2}\\.([0-9]{4}|[0-9]{2})',
    reads: ['%d.%m.%Y', '%d.%m.%y'],
  },
  {
    name: 'with hyphens, day first',
    pattern: '[0-9]{1,2}-[0-9]{1,2}-([0-9]{4}|[0-9]{2})',
    reads: ['%d-%m-%Y', '%m-%d-%Y', '%d-%m-%y', '%m-%d-%y'],
  },
  {
    name: 'with the month in letters',
    pattern: `(${weekday})?([0-9]{1,2}(st|nd|rd|th)?[ -](${months})[a-z]*[ ,-]+([0-9]{4}|[0-9]{2})|(${months})[a-z]* [0-9]{1,2},? [0-9]{4})`,
    reads: [
      '%d %b %Y',
      '%d %B %Y',
      '%d-%b-%Y',
      '%d-%b-%y',
      '%d %b %y',
      '%b %d, %Y',
      '%B %d, %Y',
      '%d-%B-%Y',
      '%b %d %Y',
      '%B %d %Y',
      '%d %B, %Y',
    ],
  },
];
const isFormSql = (text: string, pattern: string) =>
  `regexp_full_match(lower(trim(${text})), '${pattern}${time}')`;
const dayOf = (text: string) =>
  `regexp_replace(regexp_extract(trim(${text}), '(?i)^(?:${weekday})?(.*?)(${time})$', 1), '([0-9])(st|nd|rd|th)', '\\1')`;
const readsSql = (text: string, reads: readonly string[]) =>
  reads.map((format) => `try_strptime(${dayOf(text)}, '${format}') IS NOT NULL`).join(' OR ');
/** From this share of its values on, a text column is meant to hold dates. */
const most = 0.7;

/** Dates in a text column that are written in several ways, or that no calendar has. Its spellings must have been made. */
export async function findTextDateFindings(
  table: AuditedTable,
  column: AuditedColumn,
): Promise<AuditFinding[]> {
  if (column.looks.isCode) return [];
  const few = `(FROM ${spellingTable} WHERE trim(v) <> '' LIMIT 500)`;
  const isAny = (text: string) => forms.map(({ pattern }) => isFormSql(text, pattern)).join(' OR ');
  const [tried = 0, likely = 0] = await askNumbers(
    table,
    `SELECT count(*), count(*) FILTER (${isAny('v')}) FROM ${few}`,
  );
  if (likely === 0 || likely < tried * most * 0.8) return [];
  const counts = await askNumbers(
    table,
    `SELECT sum(n), ${forms.map(({ pattern }) => `sum(n) FILTER (${isFormSql('v', pattern)})`).join(', ')} FROM ${spellingTable} WHERE trim(v) <> ''`,
  );
  const [filled = 0, ...uses] = counts;
  const dates = uses.reduce((sum, count) => sum + count, 0);
  if (dates < filled * most) return [];
  return [
    ...(await findImpossible(table, column, dates)),
    ...(await findMixedForms(table, column, uses)),
    ...(await findOtherTexts(table, column, filled, dates, isAny)),
  ];
}

async function findImpossible(
  table: AuditedTable,
  column: AuditedColumn,
  dates: number,
): Promise<AuditFinding[]> {
  const isImpossible = (text: string) =>
    forms
      .map(({ pattern, reads }) => `(${isFormSql(text, pattern)} AND NOT (${readsSql(text, reads)}))`)
      .join(' OR ');
  const [count = 0] = await askNumbers(
    table,
    `SELECT sum(n) FILTER (${isImpossible('v')}) FROM ${spellingTable}`,
  );
  // Where many cannot be read, they are written in a way that is not known here.
  if (count === 0 || count > dates * 0.2) return [];
  return [
    {
      kind: 'impossible-dates',
      dimension: 'Validity',
      level: 'likely',
      title: 'Dates that no calendar has',
      column: column.heading,
      count,
      says: `${countWords(count, 'value')} ${inNumber(count, 'is', 'are')} written like a date, but there is no such day.`,
      advice: 'Look the day up in the source.',
      examples: await findExamples(table, `(${isImpossible(toQuotedName(column.name))})`, [column]),
    },
  ];
}

async function findMixedForms(
  table: AuditedTable,
  column: AuditedColumn,
  uses: readonly number[],
): Promise<AuditFinding[]> {
  const used = forms
    .map((form, index) => ({ ...form, count: uses[index] ?? 0 }))
    .filter(({ count }) => count > 0);
  if (used.length < 2) return findBothReadings(table, column);
  const ordered = used.toSorted((a, b) => b.count - a.count);
  const words = ordered.map(({ name, count }) => `${numberWords(count)} ${name}`);
  const rarer = ordered.slice(1);
  const text = toQuotedName(column.name);
  return [
    {
      kind: 'mixed-dates',
      dimension: 'Consistency',
      level: 'likely',
      title: 'Dates in several forms',
      column: column.heading,
      count: rarer.reduce((sum, { count }) => sum + count, 0),
      says: `Dates are written in ${ordered.length} ways: ${listWords(words)}. As text they sort by their first characters.`,
      advice: 'Write all of them with the year first, such as 2024-03-31.',
      examples: await findExamples(
        table,
        `(${rarer.map(({ pattern }) => isFormSql(text, pattern)).join(' OR ')})`,
        [column],
      ),
    },
    ...(await findBothReadings(table, column)),
  ];
}

/** Dates with slashes of which some can only have the day first and some only the month. */
async function findBothReadings(table: AuditedTable, column: AuditedColumn): Promise<AuditFinding[]> {
  const part = (text: string, at: number) =>
    `TRY_CAST(regexp_extract(trim(${text}), '^([0-9]{1,2})[/-]([0-9]{1,2})[/-]', ${at}) AS INTEGER)`;
  const [days = 0, monthsFirst = 0] = await askNumbers(
    table,
    `SELECT sum(n) FILTER (${part('v', 1)} > 12), sum(n) FILTER (${part('v', 2)} > 12) FROM ${spellingTable}`,
  );
  if (days === 0 || monthsFirst === 0) return [];
  const text = toQuotedName(column.name);
  const rare = monthsFirst <= days ? part(text, 2) : part(text, 1);
  return [
    {
      kind: 'day-and-month',
      dimension: 'Consistency',
      level: 'likely',
      title: 'Day first in some dates, month first in others',
      column: column.heading,
      count: Math.min(days, monthsFirst),
      says: `${countWords(days, 'date')} can only have the day first and ${numberWords(monthsFirst)} only the month. Of the others nobody can tell.`,
      advice: 'Ask whoever made the file. Do not guess: 03/04 is two days of the year.',
      examples: await findExamples(table, `${rare} > 12`, [column]),
    },
  ];
}

async function findOtherTexts(
  table: AuditedTable,
  column: AuditedColumn,
  filled: number,
  dates: number,
  isAny: (text: string) => string,
): Promise<AuditFinding[]> {
  const count = filled - dates;
  if (count === 0 || dates < filled * 0.8) return [];
  const text = toQuotedName(column.name);
  return [
    {
      kind: 'text-among-dates',
      dimension: 'Validity',
      level: 'likely',
      title: 'Other values among dates',
      column: column.heading,
      count,
      says: `${numberWords(dates)} of ${countWords(filled, 'value')} are dates and ${numberWords(count)} ${inNumber(count, 'is', 'are')} not. A number such as 45291 is how a spreadsheet keeps a day.`,
      advice: 'Find out what was meant.',
      examples: await findExamples(table, `trim(${text}) <> '' AND NOT (${isAny(text)})`, [column]),
    },
  ];
}

const planned =
  /(^|_)(due|end|ends|expir\w*|forecast|planned|plan|target|renewal|next|review|until|to|close|closing|valid|future|projected|deadline|return)(_|$)/;

const standInDays = [
  '1753-01-01',
  '1899-12-30',
  '1899-12-31',
  '1900-01-01',
  '1904-01-01',
  '1970-01-01',
  '2099-12-31',
  '9999-01-01',
  '9999-12-31',
];

/** Of the days that programs write where there is none, those far from all others of the column, in SQL. */
async function findStandInDays({ database }: AuditedTable, column: AuditedColumn): Promise<string> {
  const list = standInDays.map((day) => `DATE '${day}'`).join(', ');
  const { rows } = await database.query(
    `WITH days AS (SELECT DISTINCT ${toQuotedName(column.name)}::DATE AS day FROM ${valueView} WHERE ${toQuotedName(column.name)} IS NOT NULL),
     rest AS (SELECT min(day) AS first, max(day) AS last FROM days WHERE day NOT IN (${list}))
     SELECT day::VARCHAR FROM days, rest WHERE day IN (${list}) AND (day < first - INTERVAL 3 YEAR OR day > last + INTERVAL 3 YEAR)`,
  );
  return ["DATE '0001-01-01'", ...rows.map(([day]) => `DATE '${String(day)}'`)].join(', ');
}

/** Days in a column of dates that are far from all others or stand for none. */
export async function findDayFindings(table: AuditedTable, column: AuditedColumn): Promise<AuditFinding[]> {
  if (!isDay(column) || column.filled === 0) return [];
  const day = `${toQuotedName(column.name)}::DATE`;
  const standIn = `day IN (${await findStandInDays(table, column)})`;
  const later = `day > DATE '${table.today}' AND NOT (${standIn})`;
  const far = `day > DATE '${table.today}' + INTERVAL 20 YEAR AND NOT (${standIn})`;
  const old = `day < DATE '1900-01-01' AND NOT (${standIn})`;
  const days = `(SELECT "#", ${day} AS day FROM ${valueView} WHERE ${toQuotedName(column.name)} IS NOT NULL)`;
  const [stands = 0, afters = 0, fars = 0, olds = 0] = await askNumbers(
    table,
    `SELECT ${[standIn, later, far, old].map((condition) => `count(*) FILTER (${condition})`).join(', ')} FROM ${days}`,
  );
  const rest = column.filled;
  const make = async (
    finding: Pick<AuditFinding, 'kind' | 'level' | 'title' | 'says' | 'advice' | 'dimension'>,
    count: number,
    condition: string,
  ): Promise<AuditFinding> => ({
    ...finding,
    column: column.heading,
    count,
    examples: await queryExamples(table, `SELECT "#" FROM ${days} WHERE ${condition} ORDER BY "#" LIMIT 5`, [
      column,
    ]),
  });
  const found: AuditFinding[] = [];
  if (stands > 0 && stands < rest * 0.2)
    found.push(
      await make(
        {
          kind: 'placeholder-dates',
          dimension: 'Completeness',
          level: 'possible',
          title: 'Days that may mean “missing”',
          says: `${countWords(stands, 'value')} ${inNumber(stands, 'is a day', 'are days')} such as 1 January 1900 or 31 December 9999, which programs write where there is none.`,
          advice: 'Check, and leave the cells empty where there is no date.',
        },
        stands,
        standIn,
      ),
    );
  if (fars > 0 || (afters > 0 && afters <= rest * 0.02 && !planned.test(column.name))) {
    const count = fars > 0 ? fars : afters;
    found.push(
      await make(
        {
          kind: 'later-dates',
          dimension: 'Validity',
          level: fars > 0 && fars <= rest * 0.1 ? 'likely' : 'possible',
          title: fars > 0 ? 'Dates far in the future' : 'Dates after today',
          says: `${countWords(count, 'date')} ${inNumber(count, 'lies', 'lie')} ${fars > 0 ? 'more than 20 years ahead' : `after ${dateWords(table.today)}, and ${numberWords(rest - afters)} do not`}.`,
          advice: 'Check the year. A date that was planned can be right.',
        },
        count,
        fars > 0 ? far : later,
      ),
    );
  }
  if (olds > 0 && olds <= rest * 0.02)
    found.push(
      await make(
        {
          kind: 'early-dates',
          dimension: 'Validity',
          level: 'possible',
          title: 'Dates before 1900',
          says: `${countWords(olds, 'date')} ${inNumber(olds, 'lies', 'lie')} before 1900, and ${numberWords(rest - olds)} do not. Two digits of a year may have been lost.`,
          advice: 'Check the year.',
        },
        olds,
        old,
      ),
    );
  return found;
}

/** Which day a column of dates ends on, in words; undefined where it has none. */
export const lastDay = (column: AuditedColumn): string | undefined =>
  isDay(column) && column.largest !== null && !column.isPersonal ? column.largest.slice(0, 10) : undefined;
