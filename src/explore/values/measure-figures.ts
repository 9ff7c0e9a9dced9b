import type { Database } from '#src/results/database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { OwnColumn } from '../own-table.ts';
import { dressings, fitsSql, tidySql } from './number-forms.ts';
import type { DecimalMark } from './number-forms.ts';
import { isBracketMarkSql, isMarkSql, marksBehindSql, withoutMarksSql } from './official-marks.ts';

/** How often a mark stands, in the place of a figure or behind one. */
export type MarkCount = readonly [mark: string, count: number, isBehind: boolean];

/** How the texts of a column are written, in counts of its values. */
export interface FigureMeasure {
  readonly name: string;
  readonly heading: string;
  /** Values with text in them. */
  readonly filled: number;
  /** Values that are a mark and nothing else, and how often each mark stands, those behind figures too. */
  readonly marked: number;
  readonly marks: readonly MarkCount[];
  readonly bracketMarked: number;
  /** Figures with a mark behind them. */
  readonly markedBehind: number;
  /** Figures that fit each form, and those that fit it alone. */
  readonly fits: Readonly<Record<DecimalMark, number>>;
  readonly onlyFits: Readonly<Record<DecimalMark, number>>;
  /** Whole numbers with a zero at the front: codes. */
  readonly codes: number;
  /** How many values need each step, by its id. */
  readonly needs: Readonly<Record<DecimalMark, ReadonlyMap<string, number>>>;
  /** Figures with decimals, in each form. */
  readonly withDecimals: Readonly<Record<DecimalMark, number>>;
  /** A value that needs each step. */
  readonly examples: ReadonlyMap<string, string>;
}

const rowsTriedFirst = 2000;
const forms: readonly DecimalMark[] = ['point', 'comma'];
const columnsAtOnce = 10;

/**
 * Measure the text columns that may hold figures. Columns whose first values are plainly words are passed over: patterns are
 * slow, and a file may have a million rows.
 */
export async function measureFigures(
  database: Database,
  staged: string,
  columns: readonly OwnColumn[],
): Promise<FigureMeasure[]> {
  const likely: OwnColumn[] = [];
  for (const column of columns) if (await mayHoldFigures(database, staged, column)) likely.push(column);
  const measures: FigureMeasure[] = [];
  for (let start = 0; start < likely.length; start += columnsAtOnce) {
    for (const column of likely.slice(start, start + columnsAtOnce))
      measures.push(await measure(database, staged, column));
  }
  return measures;
}

async function mayHoldFigures(database: Database, staged: string, { name }: OwnColumn): Promise<boolean> {
  const column = toQuotedName(name);
  const text = tidySql(column);
  const bare = withoutMarksSql(text);
  const { rows } = await database.query(
    `SELECT count(*), count(*) FILTER (${isMarkSql(text)} OR ${fitsSql(bare, 'point')} OR ${fitsSql(bare, 'comma')}),
       count(*) FILTER (${isBracketMarkSql(text)})
     FROM (SELECT ${column} FROM ${toQuotedName(staged)} WHERE trim(${column}) <> '' LIMIT ${rowsTriedFirst})`,
  );
  const [filled = 0, figures = 0] = (rows[0] ?? []).map(Number);
  return figures > 0 && figures * 2 >= filled;
}

async function measure(
  database: Database,
  staged: string,
  { name, heading }: OwnColumn,
): Promise<FigureMeasure> {
  const source = `(SELECT raw, text, ${withoutMarksSql('text')} AS bare, ${isMarkSql('text')} AS marked
    FROM (SELECT ${toQuotedName(name)} AS raw, ${tidySql(toQuotedName(name))} AS text FROM ${toQuotedName(staged)})
    WHERE text <> '')`;
  const figures = `(SELECT *, ${fitsSql('bare', 'point')} AS point, ${fitsSql('bare', 'comma')} AS comma FROM ${source})`;
  const needs = forms.flatMap((form) =>
    dressings[form].map(([id, toSql]) => ({ form, id, sql: toSql('bare', 'raw') })),
  );
  const { rows } = await database.query(
    `SELECT count(*), count(*) FILTER (marked), count(*) FILTER (${isBracketMarkSql('text')}),
       count(*) FILTER (NOT marked AND point), count(*) FILTER (NOT marked AND comma),
       count(*) FILTER (NOT marked AND point AND NOT comma), count(*) FILTER (NOT marked AND comma AND NOT point),
       count(*) FILTER (NOT marked AND regexp_full_match(bare, '0[0-9].*')),
       count(*) FILTER (NOT marked AND contains(bare, '.')), count(*) FILTER (NOT marked AND contains(bare, ',')), count(*) FILTER (NOT marked AND bare <> text),
       ${needs.map(({ sql }) => `count(*) FILTER (NOT marked AND ${sql}), left(any_value(raw) FILTER (NOT marked AND ${sql}), 40)`).join(', ')}
     FROM ${figures}`,
  );
  const values = rows[0] ?? [];
  const [
    filled = 0,
    marked = 0,
    bracketMarked = 0,
    point = 0,
    comma = 0,
    onlyPoint = 0,
    onlyComma = 0,
    codes = 0,
    points = 0,
    commas = 0,
    markedBehind = 0,
  ] = values.slice(0, 11).map(Number);
  const counted = needs.map(({ form, id }, index) => ({
    form,
    id,
    count: Number(values[11 + index * 2] ?? 0),
    example: values[12 + index * 2],
  }));
  const needsOf = (form: DecimalMark) =>
    new Map(
      counted.filter((each) => each.form === form && each.count > 0).map(({ id, count }) => [id, count]),
    );
  return {
    name,
    heading,
    filled,
    marked,
    marks: await countMarks(database, source),
    bracketMarked,
    markedBehind,
    fits: { point, comma },
    onlyFits: { point: onlyPoint, comma: onlyComma },
    codes,
    needs: { point: needsOf('point'), comma: needsOf('comma') },
    withDecimals: { point: points, comma: commas },
    examples: new Map(
      counted.flatMap(({ form, id, example }) =>
        example === null || example === undefined ? [] : [[`${form} ${id}`, String(example)] as const],
      ),
    ),
  };
}

async function countMarks(database: Database, source: string): Promise<MarkCount[]> {
  const { rows } = await database.query(
    `SELECT mark, count(*), NOT marked FROM (SELECT CASE WHEN marked THEN text ELSE ${marksBehindSql('text')} END AS mark, marked FROM ${source})
     WHERE mark <> '' GROUP BY mark, marked ORDER BY count(*) DESC, mark LIMIT 20`,
  );
  return rows.map(([mark, count, isBehind]) => [String(mark), Number(count), isBehind === true] as const);
}
