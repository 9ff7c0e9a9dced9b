import { countWords, inNumber } from '#src/words/count-words.ts';
import { listWords } from '#src/words/list-words.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import { isErrorSql } from '#src/explore/values/error-cells.ts';
import type { AuditFinding } from '../audit.ts';
import { askNumbers, fileTextTable, findExamples, spellingTable } from '../audited-table.ts';
import type { AuditedColumn, AuditedTable } from '../audited-table.ts';

/** A fault that a single value has, whatever stands in the others. */
interface ValueFault extends Pick<AuditFinding, 'kind' | 'dimension' | 'level' | 'title' | 'advice'> {
  /** SQL over a text. */
  readonly condition: (text: string) => string;
  readonly says: (count: number) => string;
}

const values = (count: number) => countWords(count, 'value');
const has = (count: number) => inNumber(count, 'has', 'have');

const valueFaults: readonly ValueFault[] = [
  {
    kind: 'outer-spaces',
    dimension: 'Validity',
    level: 'likely',
    title: 'Spaces before or after a value',
    condition: (text) => `regexp_matches(${text}, '^[\\s\\p{Z}]+[^\\s\\p{Z}]|[^\\s\\p{Z}][\\s\\p{Z}]+$')`,
    says: (count) =>
      `${values(count)} ${has(count)} a space or a line break at an end. To a computer “Leeds ” is another value than “Leeds”.`,
    advice: 'Take the spaces off, in a spreadsheet by TRIM.',
  },
  {
    kind: 'hidden-characters',
    dimension: 'Validity',
    level: 'likely',
    title: 'Characters that nobody sees',
    condition: (text) =>
      `regexp_matches(${text}, '[\\x{00ad}\\x{200b}-\\x{200c}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2060}-\\x{2064}\\x{feff}\\x{0000}-\\x{0008}\\x{000b}\\x{000c}\\x{000e}-\\x{001f}\\x{007f}-\\x{009f}]|[^\\s\\p{Z}]\\x{00a0}+[^\\s\\p{Z}]')`,
    says: (count) =>
      `${values(count)} ${inNumber(count, 'holds', 'hold')} a character without a form, or a no-break space. They look the same as other values and do not match them.`,
    advice: 'Replace no-break spaces by plain ones and delete the other characters.',
  },
  {
    kind: 'broken-letters',
    dimension: 'Validity',
    level: 'likely',
    title: 'Letters broken on the way',
    condition: (text) =>
      `regexp_matches(${text}, '\\x{fffd}|\\x{00c3}[\\x{0080}-\\x{00bf}\\x{2018}-\\x{203a}]|\\x{00e2}\\x{20ac}|\\x{00c2}[\\x{00a3}\\x{00a0}\\x{00b0}]')`,
    says: (count) =>
      `${values(count)} ${has(count)} letters such as “Ã©” or “�”, which come of reading a file in another encoding than it was saved in.`,
    advice: 'Get the file again from its source, saved as UTF-8.',
  },
  {
    kind: 'error-values',
    dimension: 'Validity',
    level: 'likely',
    title: 'Errors of a spreadsheet',
    condition: isErrorSql,
    says: (count) =>
      `${values(count)} ${inNumber(count, 'is an error', 'are errors')} of a spreadsheet: a formula that failed, such as #REF!, or ### where a column was too narrow for its figure.`,
    advice: 'Mend the formulas and the widths in the workbook and save it again.',
  },
  {
    kind: 'lost-digits',
    dimension: 'Accuracy',
    level: 'likely',
    title: 'Long numbers cut short',
    condition: (text) => `regexp_full_match(trim(${text}), '-?[0-9](\\.[0-9]+)?E\\+[0-9]{2,3}')`,
    says: (count) =>
      `${values(count)} ${inNumber(count, 'is', 'are')} written like 1.23E+11. Excel writes long numbers so, and what is saved has only the digits shown.`,
    advice: 'Get the file again and read the column as text.',
  },
];

/** Faults that values of numbers, dates and the like have in the file's own text. */
export async function findWrittenFaults(table: AuditedTable, column: AuditedColumn): Promise<AuditFinding[]> {
  const text = toQuotedName(column.name);
  const here = valueFaults.filter(({ kind }) => kind === 'error-values' || kind === 'lost-digits');
  const counts = await askNumbers(
    table,
    `SELECT ${here.map(({ condition }) => `count(*) FILTER (${condition(text)})`).join(', ')} FROM ${fileTextTable}`,
  );
  return toFindings(table, column, here, counts);
}

/** Faults of single values in a text column, whose spellings must have been made. */
export async function findTextFindings(table: AuditedTable, column: AuditedColumn): Promise<AuditFinding[]> {
  const counts = await askNumbers(
    table,
    `SELECT ${valueFaults.map(({ condition }) => `sum(n) FILTER (${condition('v')})`).join(', ')} FROM ${spellingTable}`,
  );
  const found = await toFindings(table, column, valueFaults, counts);
  return [...found, ...(await findStandIns(table, column)), ...(await findCutTexts(table, column))];
}

async function toFindings(
  table: AuditedTable,
  column: AuditedColumn,
  faults: readonly ValueFault[],
  counts: readonly number[],
): Promise<AuditFinding[]> {
  const found: AuditFinding[] = [];
  for (const [index, { condition, says, ...fault }] of faults.entries()) {
    const count = counts[index] ?? 0;
    if (count === 0) continue;
    const examples = await findExamples(table, condition(toQuotedName(column.name)), [column]);
    found.push({ ...fault, column: column.heading, count, says: says(count), examples });
  }
  return found;
}

/** What people write where a value is missing. */
const standIns = [
  'n/a',
  'na',
  'n.a.',
  'n.a',
  '#n/a',
  'null',
  '(null)',
  'nan',
  'none',
  'nil',
  '-',
  '--',
  '---',
  '–',
  '—',
  '?',
  '??',
  '.',
  '..',
  'x',
  'tbc',
  'tbd',
  't.b.c.',
  'unknown',
  'not known',
  'unk',
  'missing',
  'not available',
  'not applicable',
  'no data',
  'not recorded',
  'not provided',
  'not stated',
  'blank',
  '(blank)',
  'empty',
];
/** Answers in their own right, unless the same column has other ways to say that a value is missing. */
const answers = [
  'none',
  'nil',
  'unknown',
  'not known',
  'not applicable',
  'not stated',
  'not recorded',
  'x',
  'na',
  'empty',
  '?',
  '.',
];

async function findStandIns(table: AuditedTable, column: AuditedColumn): Promise<AuditFinding[]> {
  const list = standIns.map(toQuotedText).join(', ');
  const isStandIn = (text: string) => `length(${text}) < 20 AND lower(trim(${text})) IN (${list})`;
  const { rows } = await table.database.query(
    `SELECT trim(v), sum(n), lower(trim(v)) FROM ${spellingTable} WHERE ${isStandIn('v')} GROUP BY ALL ORDER BY sum(n) DESC, 1`,
  );
  const [filled = 0, blank = 0] = await askNumbers(
    table,
    `SELECT sum(n), sum(n) FILTER (trim(v) = '') FROM ${spellingTable}`,
  );
  const count = rows.reduce((sum, [, uses]) => sum + Number(uses), 0);
  const isClear = rows.some(([, , word]) => !answers.includes(String(word)));
  // A column of nothing else says something by it.
  if (rows.length === 0 || count >= filled - blank) return [];
  // A list of codes has all of its letters somewhere.
  if (column.looks.isCode && count === rows.length && column.distinct > 100) return [];
  const gaps = table.rowCount - column.filled + blank;
  const ways = rows.length + (gaps > 0 ? 1 : 0);
  if (!isClear && ways < 2) return [];
  const said = rows
    .slice(0, 4)
    .map(([word, uses]) => `“${String(word)}” (${countWords(Number(uses), 'time')})`);
  const all = gaps > 0 ? [...said, `empty (${countWords(gaps, 'time')})`] : said;
  return [
    {
      kind: 'missing-as-text',
      dimension: 'Completeness',
      level: ways > 1 && isClear ? 'likely' : 'possible',
      title: ways > 1 ? 'Missing values shown in several ways' : 'Missing values shown as text',
      column: column.heading,
      count,
      says: `${listWords(all)}${rows.length > 4 ? ' and more' : ''} ${all.length > 1 ? 'may all mean' : 'may mean'} that a value is missing. Counts and filters take text for a value.`,
      advice:
        'Find out what each means. Leave a missing value empty, and keep the reason in a column of its own.',
      examples: await findExamples(table, isStandIn(toQuotedName(column.name)), [column]),
    },
  ];
}

/** Lengths at which programs cut texts off. */
const cutLengths = [
  50, 60, 64, 80, 100, 120, 128, 150, 200, 250, 254, 255, 256, 500, 511, 512, 1000, 1023, 1024, 2000, 4000,
  32767,
];

async function findCutTexts(table: AuditedTable, column: AuditedColumn): Promise<AuditFinding[]> {
  const [longest = 0, there = 0, before = 0] = await askNumbers(
    table,
    `SELECT m, count(*) FILTER (length(v) = m), count(*) FILTER (length(v) BETWEEN m - 3 AND m - 1)
     FROM ${spellingTable}, (SELECT max(length(v)) AS m FROM ${spellingTable}) GROUP BY m`,
  );
  // By chance a few texts are as long as the longest; a program that cuts makes many of them.
  if (!cutLengths.includes(longest) || there < 3 || there <= before * 2 || there > column.distinct * 0.5)
    return [];
  return [
    {
      kind: 'cut-texts',
      dimension: 'Accuracy',
      level: 'possible',
      title: 'Texts that may be cut off',
      column: column.heading,
      count: there,
      says: `${countWords(there, 'text')} are exactly ${longest} characters long and none is longer. A program may have cut the rest off.`,
      advice: 'Look whether they end in the middle of a word. If so, get them again from the source.',
      examples: await findExamples(table, `length(${toQuotedName(column.name)}) = ${longest}`, [column]),
    },
  ];
}
