import type { Database } from '#src/results/database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { OwnColumn, OwnType, ReadingStep } from '../own-table.ts';
import { findTypes } from '../profile/find-types.ts';
import { toFreeName } from '../safe-name.ts';
import { decideFigures, isCommaOnly } from './decide-figures.ts';
import type { FigureColumn } from './decide-figures.ts';
import { measureFigures } from './measure-figures.ts';
import { measurePointed } from './measure-pointed.ts';
import { findMissingWords, toGapKinds, toMissingSteps, withoutMissingWordsSql } from './missing-words.ts';
import type { MissingWords } from './missing-words.ts';
import { findStandInNumbers } from './find-stand-in-numbers.ts';
import { findTotalRow } from './find-total-row.ts';
import { findUnits } from './find-units.ts';
import { findNumberDates } from './find-number-dates.ts';
import { findPeriods } from './find-periods.ts';
import { isBracketMarkSql, isMarkSql, marksBehindSql, withoutMarksSql } from './official-marks.ts';
import { tidySql, toDigitsSql } from './number-forms.ts';
import { toFigureSteps } from './figure-steps.ts';

/** A column of the table that is made, with what makes it of the columns of text. */
export interface ReadColumn extends OwnColumn {
  readonly type: OwnType;
  /** An expression over the columns of text. */
  readonly sql: string;
}

export interface ReadColumns {
  readonly columns: readonly ReadColumn[];
  readonly steps: readonly ReadingStep[];
  readonly notes: readonly string[];
}

/**
 * Find out what the texts of a table say: the type of each column, figures in any dress, official marks, periods. Every
 * change is a step that can be left off.
 *
 * @param staged - A table with every column as text.
 * @param options.types - Those that the file itself gives.
 * @param options.commaLikely - True where the fields stand apart by semicolons, as where commas mark decimals.
 * @param options.off - The steps that the person does not want.
 */
export async function readColumns(
  database: Database,
  staged: string,
  columns: readonly OwnColumn[],
  options: {
    readonly types: readonly (OwnType | undefined)[];
    readonly commaLikely: boolean;
    readonly off: readonly string[];
  },
): Promise<ReadColumns> {
  const { types: given, commaLikely, off } = options;
  const open = columns.filter((_column, index) => given[index] === undefined);
  const taken = toGapKinds(off);
  const words: MissingWords = await findMissingWords(database, staged, open, taken);
  const withoutWords = (column: string) => withoutMissingWordsSql(column, taken);
  const bare =
    words.size === 0 ? staged : await viewWithout(database, staged, [...words.keys()], withoutWords);
  const foundTypes = await findTypes(database, bare, open);
  const found = new Map(open.map(({ name }, index) => [name, foundTypes[index] ?? 'VARCHAR']));
  const texts = open.filter(({ name }) => found.get(name) === 'VARCHAR');
  const measures = await measureFigures(database, bare, texts);
  const decimals = open.filter(({ name }) => found.get(name) === 'DOUBLE');
  const pointed = await measurePointed(database, bare, decimals, commaLikely || measures.some(isCommaOnly));
  const decided = decideFigures([...measures, ...pointed.mayBeThousands], {
    commaLikely,
    pointSeen: pointed.pointSeen,
    off,
  });
  const figures = new Map(decided.map((figure) => [figure.name, figure]));
  const rest = texts.filter(({ name }) => !figures.has(name));
  const periods = await findPeriods(database, staged, rest, off);
  const units = await findUnits(database, bare, rest);
  if (bare !== staged) await database.query(`DROP VIEW ${toQuotedName(bare)}`);
  const empty = off.includes('empty-columns') ? [] : await findEmpty(database, staged, columns);

  const made: ReadColumn[] = [];
  const names = columns.map(({ name }) => name);
  for (const [index, column] of columns.entries()) {
    if (empty.includes(column.name)) continue;
    const figure = figures.get(column.name);
    if (figure === undefined) {
      const type = given[index] ?? found.get(column.name) ?? 'VARCHAR';
      const sql =
        periods.sql.get(column.name) ??
        toCastSql(column.name, type, words.has(column.name) ? withoutWords : asItIs);
      made.push({ ...column, type, sql });
      const kind = periods.kinds.get(column.name);
      if (kind !== undefined) made.push(toBeside(column, 'kind', kind, names));
      continue;
    }
    made.push({
      ...column,
      type: figure.type,
      sql: toFigureSql(figure, words.has(column.name) ? withoutWords : asItIs),
    });
    if (figure.marks.length > 0) made.push(toBeside(column, 'mark', toMarkSql(figure), names));
  }
  const read = made.flatMap(({ name, type }) => (type === 'VARCHAR' ? [] : [name]));
  const steps = [
    ...toFigureSteps([...figures.values()], made),
    ...toMissingSteps(words, read),
    ...periods.steps,
  ];
  if (empty.length > 0) {
    const many = empty.length > 1;
    steps.push({
      id: 'empty-columns',
      count: empty.length,
      sentence: `${many ? `${empty.length} columns` : 'A column'} without a heading or a value ${many ? 'were' : 'was'} left out.`,
      undo: `Keep the empty ${many ? 'columns' : 'column'}`,
    });
  }
  const numbers = made.filter(({ type }) => type === 'DOUBLE' || type === 'BIGINT');
  const wholes = made.filter(({ type }) => type === 'BIGINT');
  const numberDates = await findNumberDates(database, staged, wholes);
  const total = await findTotalRow(database, staged, made);
  const standIns = await findStandInNumbers(database, staged, numbers);
  return { columns: made, steps, notes: [...periods.notes, ...numberDates, ...units, ...standIns, ...total] };
}

/** A column that says something of each value of another. */
function toBeside(
  { name: of, heading }: OwnColumn,
  what: 'mark' | 'kind',
  sql: string,
  names: string[],
): ReadColumn {
  const name = toFreeName(`${of}_${what}`, names);
  names.push(name);
  const says = what === 'mark' ? 'Mark in' : 'Kind of period in';
  return { name, heading: `${says} ${heading || of}`, type: 'VARCHAR', sql };
}

type ToSql = (column: string) => string;
const asItIs: ToSql = (column) => column;

function toCastSql(name: string, type: OwnType, toValue: ToSql): string {
  const column = toQuotedName(name);
  return type === 'VARCHAR' ? column : `CAST(${toValue(column)} AS ${type})`;
}

function toFigureSql(
  { name, type, decimal, marks, needs, hasMarksBehind }: FigureColumn,
  toValue: ToSql,
): string {
  const text = tidySql(`(${toValue(toQuotedName(name))})`);
  const bare = hasMarksBehind ? withoutMarksSql(text) : text;
  // As little as there is to do: DuckDB takes long to plan a hundred columns with patterns in each.
  const value = needs.length === 0 ? bare : toDigitsSql(bare, decimal);
  const figure = type === 'VARCHAR' ? `nullif(${value}, '')` : `CAST(nullif(${value}, '') AS ${type})`;
  return marks.length === 0 ? figure : `CASE WHEN ${isMarkSql(text)} THEN NULL ELSE ${figure} END`;
}

/** A view of the same columns, without the words for a missing value in some. */
async function viewWithout(
  database: Database,
  staged: string,
  names: readonly string[],
  toValue: ToSql,
): Promise<string> {
  const view = `${staged}_bare`;
  const replaced = names.map((name) => `${toValue(toQuotedName(name))} AS ${toQuotedName(name)}`);
  await database.query(
    `CREATE VIEW ${toQuotedName(view)} AS SELECT * REPLACE (${replaced.join(', ')}) FROM ${toQuotedName(staged)}`,
  );
  return view;
}

function toMarkSql({ name, isText, hasMarksBehind }: FigureColumn): string {
  const text = tidySql(toQuotedName(name));
  const whole = isText ? isBracketMarkSql(text) : isMarkSql(text);
  return `CASE WHEN ${whole} THEN ${text}${hasMarksBehind ? ` ELSE nullif(${marksBehindSql(text)}, '')` : ''} END`;
}

/** Columns that the file gives no name and no value: separators at the ends of its lines. */
async function findEmpty(
  database: Database,
  staged: string,
  columns: readonly OwnColumn[],
): Promise<string[]> {
  const nameless = columns.filter(({ heading }) => heading.trim() === '');
  if (nameless.length === 0 || nameless.length === columns.length) return [];
  const counts = nameless.map(({ name }) => `count(nullif(trim(${toQuotedName(name)}), ''))`);
  const { rows } = await database.query(`SELECT ${counts.join(', ')} FROM ${toQuotedName(staged)}`);
  return nameless.filter((_column, index) => Number(rows[0]?.[index]) === 0).map(({ name }) => name);
}
