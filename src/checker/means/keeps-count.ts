import type { Compare } from '#src/compare/compare-rules.ts';
import type { Database } from '#src/results/database.ts';
import { isWord } from '#src/sql/is-word.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import { toName, toUsedTokens } from '#src/sql/used-tokens.ts';
import type { RankedAnswer } from '#src/syntax/rank-rows.ts';
import type { WitnessTableShape } from '#src/witnesses/witness.ts';
import type { AnswerQuery } from '../answer-query.ts';
import { judgeSql } from '../judge-sql.ts';
import { onWitnessTables, toWitnessSchemas } from '../witnesses/on-witness-tables.ts';
import { toWitnessQuery } from '../witnesses/witness-query.ts';

interface CountCheck {
  /** One query that gives rows. */
  readonly solution: string;
  readonly compare: Compare;
  readonly ranked: RankedAnswer | undefined;
  /** One that is right on the real data. */
  readonly answer: AnswerQuery;
  /** Every table of the exercise's datasets. */
  readonly tables: readonly WitnessTableShape[];
  /** Begins the names of what is made for the check. */
  readonly name: string;
}

// Each of these keeps rows by their number or place.
const cuts = ['LIMIT', 'FETCH', 'OFFSET', 'SAMPLE', 'TABLESAMPLE', 'QUALIFY', 'ROWID'];
const countingFunctions = ['row_number', 'rank', 'dense_rank', 'ntile', 'cume_dist', 'percent_rank'];
const copies = 11;
// Of long tables fewer copies: a limit ten times too high is no slip there.
const longFrom = 20_000;
const fewCopies = 2;

/**
 * Whether an answer keeps rows by their number or place in a way that is right only for as many rows as there are today: it
 * goes wrong where the tables hold every row several times over, under other keys. Asked only of answers whose text keeps
 * rows so.
 *
 * @param database - Idle, with the real tables under their plain names.
 */
export async function keepsCount(database: Database, check: CountCheck): Promise<boolean> {
  const { solution, compare, ranked, tables, name } = check;
  const texts = [...check.answer.changes, check.answer.query];
  if (!texts.some(countsRows) || tables.length === 0) return false;
  // One draw that happens to be right says nothing of the next.
  if (texts.some(drawsRows) && !drawsRows(solution)) return true;
  const schemas = toWitnessSchemas(name);
  const answer = toWitnessQuery(check.answer, { real: tables.map((table) => table.name), schemas });
  const counts = await countTableRows(database, tables);
  for (const grown of [onlyKeys, everyText]) {
    const statements = [
      `CREATE SCHEMA memory.${schemas.tables}`,
      ...tables.map((table, index) =>
        growTable(table, tables, {
          grows: grown,
          schema: schemas.tables,
          times: (counts[index] ?? 0) < longFrom ? copies : fewCopies,
        }),
      ),
    ];
    const names = tables.map((table) => table.name);
    const isRight = await onWitnessTables(database, { schemas, names, statements }, async () => {
      for (const change of answer.changes) await database.query(change);
      // What fails on rows that may break an unknown rule tells nothing.
      await database.query(`SELECT count(*) FROM (${answer.query}\n)`);
      const judged = { solution, compare, ...(ranked && { compiled: { ranked } }) };
      return judgeSql(database, judged, answer.query, `${name}_grown`);
    }).catch(() => true);
    if (!isRight) return true;
  }
  return false;
}

function drawsRows(sql: string): boolean {
  const { tokens } = toUsedTokens(sql);
  return tokens.some(
    (token, at) =>
      isWord(token, 'TABLESAMPLE') || (isWord(token, 'SAMPLE') && isWord(tokens[at - 1], 'USING')),
  );
}

function countsRows(sql: string): boolean {
  const { tokens } = toUsedTokens(sql);
  return tokens.some((token, at) => {
    const isCall = tokens[at + 1]?.text === '(' && countingFunctions.includes(toName(token) ?? '');
    return isCall || isWord(token, ...cuts);
  });
}

async function countTableRows(database: Database, tables: readonly WitnessTableShape[]): Promise<number[]> {
  const counts = tables.map(({ name }) => `(SELECT count(*) FROM memory.main.${toQuotedName(name)})`);
  const { rows } = await database.query(`SELECT ${counts.join(', ')}`);
  return (rows[0] ?? []).map(Number);
}

/** Whether a column's values become others in each copy. */
type Grows = (table: WitnessTableShape, column: string, tables: readonly WitnessTableShape[]) => boolean;

const isFreeText: Grows = ({ columns }, column) =>
  columns.some(({ name, type, allowed }) => name === column && type === 'VARCHAR' && !allowed);

/** A number or day that may be any other, so far from today's that no copy meets another's. */
const isFreeFigure: Grows = ({ columns }, column) =>
  columns.some(
    ({ name, type, range }) =>
      name === column && !range && /^(INTEGER|BIGINT|HUGEINT|DATE|TIMESTAMP)$/.test(type),
  );

/** The column of a key that becomes another in each copy: its first text, or else its first figure. */
function toFree(table: WitnessTableShape, key: readonly string[], tables: readonly WitnessTableShape[]) {
  return (
    key.find((name) => isFreeText(table, name, tables)) ??
    key.find((name) => isFreeFigure(table, name, tables))
  );
}

/** One column of the key, one of each other set that is unique, and what refers to them. */
const onlyKeys: Grows = (table, column, tables) => {
  for (const { columns, references } of table.foreignKeys) {
    const place = columns.indexOf(column);
    const parent = tables.find(({ name }) => name === references.table);
    if (place >= 0 && parent && parent !== table)
      return onlyKeys(parent, references.columns[place] ?? '', tables);
  }
  const free = toFree(table, table.primaryKey, tables);
  const others = (table.unique ?? []).filter((set) => free === undefined || !set.includes(free));
  return column === free || others.some((set) => column === toFree(table, set, tables));
};

const everyText: Grows = (table, column, tables) => {
  const isKey = onlyKeys(table, column, tables);
  const refers = table.foreignKeys.some(({ columns }) => columns.includes(column));
  return isKey || (!refers && isFreeText(table, column, tables));
};

/** A table with its rows several times over; once only where its key cannot be another in each copy. */
function growTable(
  table: WitnessTableShape,
  tables: readonly WitnessTableShape[],
  { grows, schema, times }: { readonly grows: Grows; readonly schema: string; readonly times: number },
): string {
  const quoted = toQuotedName(table.name);
  const changed = table.columns.filter(({ name }) => grows(table, name, tables));
  const keys = [table.primaryKey, ...(table.unique ?? [])].filter((key) => key.length > 0);
  const canGrow = keys.every((key) => changed.some(({ name }) => key.includes(name)));
  const values = table.columns.map(({ name, type }) => {
    const column = toQuotedName(name);
    return changed.some((each) => each.name === name)
      ? `CASE WHEN _copy = 0 THEN t.${column} ELSE ${toOther(`t.${column}`, type)} END AS ${column}`
      : `t.${column}`;
  });
  return (
    `CREATE TABLE memory.${schema}.${quoted} AS SELECT ${values.join(', ')} ` +
    `FROM range(${canGrow ? times : 1}) AS copies(_copy), memory.main.${quoted} AS t`
  );
}

/** What a value is in a copy of its row. A year is kept a year of the same length. */
function toOther(value: string, type: string): string {
  if (type === 'VARCHAR') return `${value} || ' ' || _copy`;
  const isDay = type === 'DATE' || type === 'TIMESTAMP';
  return `(${value} + ${isDay ? 'to_years(400 * _copy::INT)' : '100_000_000 * _copy'})::${type}`;
}
