import { placeOfRow } from '#src/explore/row-places.ts';
import { countWords, inNumber } from '#src/words/count-words.ts';
import { listWords } from '#src/words/list-words.ts';
import { numberWords } from '#src/words/number-words.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import type { AuditFinding } from '../audit.ts';
import { askNumbers, findExamples, isMeasure, queryExamples, fileTextTable } from '../audited-table.ts';
import type { AuditedColumn, AuditedTable } from '../audited-table.ts';

/** Rows that are empty, repeat the headings or stand twice, and keys that do. */
export async function findRowFindings(table: AuditedTable): Promise<AuditFinding[]> {
  return [
    ...(await findBlankRows(table)),
    ...(await findHeadingRows(table)),
    ...(await findRepeatedRows(table)),
  ];
}

const isBlankSql = ({ columns }: AuditedTable) =>
  columns.map(({ name }) => `coalesce(trim(${toQuotedName(name)}), '') = ''`).join(' AND ');

async function findBlankRows(table: AuditedTable): Promise<AuditFinding[]> {
  const [count = 0] = await askNumbers(
    table,
    `SELECT count(*) FROM ${fileTextTable} WHERE ${isBlankSql(table)}`,
  );
  if (count === 0) return [];
  return [
    {
      kind: 'empty-rows',
      dimension: 'Completeness',
      level: 'likely',
      title: 'Rows with nothing in them',
      column: undefined,
      count,
      says: `${countWords(count, 'row')} ${inNumber(count, 'holds', 'hold')} no value. Counts of rows include ${inNumber(count, 'it', 'them')}.`,
      advice: 'Delete them.',
      examples: await findExamples(table, isBlankSql(table), []),
    },
  ];
}

async function findHeadingRows(table: AuditedTable): Promise<AuditFinding[]> {
  const headed = table.columns.filter(({ heading }) => heading.trim() !== '').slice(0, 6);
  if (headed.length < 2) return [];
  const condition = headed
    .map(
      ({ name, heading }) =>
        `lower(trim(${toQuotedName(name)})) = ${toQuotedText(heading.trim().toLowerCase())}`,
    )
    .join(' AND ');
  const [count = 0] = await askNumbers(table, `SELECT count(*) FROM ${fileTextTable} WHERE ${condition}`);
  if (count === 0) return [];
  return [
    {
      kind: 'heading-rows',
      dimension: 'Validity',
      level: 'likely',
      title: 'Rows that repeat the headings',
      column: undefined,
      count,
      says: `${countWords(count, 'row')} in the table ${inNumber(count, 'says', 'say')} the headings again, as happens where files are put under one another. They make text of columns of figures.`,
      advice: 'Delete them.',
      examples: await findExamples(table, condition, []),
    },
  ];
}

async function findRepeatedRows(table: AuditedTable): Promise<AuditFinding[]> {
  const all = table.columns.map(({ name }) => toQuotedName(name)).join(', ');
  const groups = `(SELECT hash(${all}) AS h, min("#") AS first, count(*) AS n FROM ${fileTextTable} WHERE NOT (${isBlankSql(table)}) GROUP BY 1 HAVING count(*) > 1)`;
  const [count = 0] = await askNumbers(table, `SELECT sum(n) - count(*) FROM ${groups}`);
  if (count === 0) return [];
  const found = await table.database.query(
    `SELECT "#", first FROM (SELECT "#", hash(${all}) AS h FROM ${fileTextTable} WHERE NOT (${isBlankSql(table)}) AND hash(${all}) IN (SELECT h FROM ${groups})) JOIN ${groups} USING (h)
     WHERE "#" <> first ORDER BY "#" LIMIT 5`,
  );
  const { word } = table.places;
  const notes = found.rows.map(
    ([row, first]) =>
      `(${Number(row)}, ${toQuotedText(`Same as ${word} ${numberWords(placeOfRow(table.places, Number(first)))}`)})`,
  );
  return [
    {
      kind: 'repeated-rows',
      dimension: 'Uniqueness',
      level: 'possible',
      title: 'Rows that stand twice',
      column: undefined,
      count,
      says: `${countWords(count, 'row')} ${inNumber(count, 'repeats', 'repeat')} an earlier one in every column, so totals count ${inNumber(count, 'it', 'them')} again. It can be right, where two things happened to be the same.`,
      advice: 'Ask whoever made the file before you remove any.',
      examples: await queryExamples(table, `FROM (VALUES ${notes.join(', ')})`, []),
    },
  ];
}

/** Columns that tell nearly every row from the others, with the values that stand twice. */
export async function findRepeatedKeys(table: AuditedTable): Promise<AuditFinding[]> {
  const found: AuditFinding[] = [];
  for (const column of table.columns) {
    const { filled, distinct, name, heading, looks } = column;
    const isKeyLike = looks.isCode && !isMeasure(column);
    if (!isKeyLike || filled < 20 || distinct === filled || distinct < filled * 0.95) continue;
    const text = toQuotedName(name);
    const twice = `SELECT ${text} FROM ${fileTextTable} WHERE ${text} IS NOT NULL GROUP BY 1 HAVING count(*) > 1`;
    const [values = 0] = await askNumbers(table, `SELECT count(*) FROM (${twice})`);
    if (values === 0) continue;
    found.push({
      kind: 'repeated-key',
      dimension: 'Uniqueness',
      level: 'possible',
      title: 'Values that stand twice in a column like a key',
      column: heading,
      count: values,
      says: `${numberWords(distinct)} of ${countWords(filled, 'value')} are different, as if each row had its own, but ${countWords(values, 'value')} ${inNumber(values, 'stands', 'stand')} on more than one row.`,
      advice: 'Look whether these rows are about the same thing.',
      examples: await findExamples(table, `${text} IN (${twice})`, [column]),
    });
  }
  return found;
}

/** Headings that are missing, stand twice or are hard to use; columns without a value, with one alone, or that repeat another. */
export async function findColumnFindings(table: AuditedTable): Promise<AuditFinding[]> {
  return [...findHeadingFindings(table), ...findEmptyColumns(table), ...(await findSameColumns(table))];
}

const atFault = { column: undefined, examples: undefined } as const;

function findHeadingFindings({ columns }: AuditedTable): AuditFinding[] {
  const found: AuditFinding[] = [];
  const nameless = columns.flatMap(({ heading, name }) =>
    heading === name && /^column_\d+$/.test(name) ? [name] : [],
  );
  const seen = new Map<string, number>();
  for (const { heading } of columns) {
    const key = heading.trim().toLowerCase().replace(/\s+/g, ' ');
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const twice = [...seen].filter(([key, count]) => key !== '' && count > 1).map(([key]) => `“${key}”`);
  const base = { ...atFault, dimension: 'Validity', level: 'likely' } as const;
  if (nameless.length > 0 && nameless.length < columns.length)
    found.push({
      ...base,
      kind: 'no-heading',
      title: 'Columns without a heading',
      count: nameless.length,
      says: `${countWords(nameless.length, 'column')} ${inNumber(nameless.length, 'has', 'have')} no heading: ${listWords(nameless.slice(0, 8))}. Nobody can tell what ${inNumber(nameless.length, 'it holds', 'they hold')}.`,
      advice: 'Give every column a heading.',
    });
  if (twice.length > 0)
    found.push({
      ...base,
      kind: 'same-heading',
      title: 'Columns with the same heading',
      count: twice.length,
      says: `${listWords(twice.slice(0, 8))} ${inNumber(twice.length, 'heads', 'head')} more than one column.`,
      advice: 'Give each column a heading of its own.',
    });
  const broken = columns.filter(({ heading }) => /[\r\n]/.test(heading.trim()));
  if (broken.length > 0)
    found.push({
      ...base,
      level: 'possible',
      kind: 'broken-heading',
      title: 'Headings of several lines',
      count: broken.length,
      says: `${countWords(broken.length, 'heading')} ${inNumber(broken.length, 'holds', 'hold')} a line break, which many programs cannot read.`,
      advice: 'Write each heading on one line.',
    });
  return found;
}

function findEmptyColumns({ columns, rowCount }: AuditedTable): AuditFinding[] {
  const list = (some: readonly AuditedColumn[]) =>
    `${listWords(some.slice(0, 8).map(({ heading }) => `“${heading}”`))}${some.length > 8 ? ` and ${some.length - 8} more` : ''}`;
  const empty = columns.filter(({ filled }) => filled === 0);
  const constant = columns.filter(({ filled, distinct }) => filled === rowCount && distinct === 1);
  const found: AuditFinding[] = [];
  if (empty.length > 0)
    found.push({
      ...atFault,
      kind: 'empty-columns',
      dimension: 'Completeness',
      level: 'likely',
      title: 'Columns without a value',
      count: empty.length,
      says: `${list(empty)} ${inNumber(empty.length, 'holds', 'hold')} no value on any row.`,
      advice: 'Find out whether values were lost, or leave the column out.',
    });
  if (constant.length > 0 && rowCount >= 10 && columns.length > 1)
    found.push({
      ...atFault,
      kind: 'constant-columns',
      dimension: 'Validity',
      level: 'possible',
      title: 'Columns with the same value on every row',
      count: constant.length,
      says: `${list(constant)} ${inNumber(constant.length, 'has', 'have')} one value throughout. It can be right, as for the year of a yearly file.`,
      advice: 'Check that the rest was not lost by a filter.',
    });
  return found;
}

async function findSameColumns(table: AuditedTable): Promise<AuditFinding[]> {
  const columns = table.columns.filter(({ filled, distinct }) => filled > 1 && distinct > 2).slice(0, 100);
  if (columns.length < 2 || table.rowCount < 5) return [];
  // Hashed twice: with once, the rows and the values fall apart in the sum, and values that stand in pairs cancel out.
  const sums = columns.map(({ name }) => `bit_xor(hash(hash("#", ${toQuotedName(name)})))::VARCHAR`);
  const { rows } = await table.database.query(`SELECT ${sums.join(', ')} FROM ${fileTextTable}`);
  const bySum = new Map<string, AuditedColumn[]>();
  for (const [index, column] of columns.entries()) {
    const sum = String(rows[0]?.[index]);
    bySum.set(sum, [...(bySum.get(sum) ?? []), column]);
  }
  return [...bySum.values()]
    .filter((same) => same.length > 1)
    .map((same) => ({
      ...atFault,
      kind: 'same-columns',
      dimension: 'Uniqueness',
      level: 'possible',
      title: 'Columns with the same values',
      count: same.length,
      says: `${listWords(same.slice(0, 6).map(({ heading }) => `“${heading}”`))} hold the same value on every row.`,
      advice: 'Check that one was not copied over the other.',
    }));
}
