import type { Database } from '#src/results/database.ts';
import { toCell } from '#src/results/to-cell.ts';
import type { ColumnPair } from './align-columns.ts';
import { allOfSql, bothSides, isNear, isSame } from './compare-sql.ts';
import type { ResultCopy } from './result-copy.ts';
import type { ChangedCell } from './difference.ts';

/** Where two results differ, when columns that agree tell which row is which. */
export interface ChangedCells {
  readonly columns: readonly string[];
  /** Where they stand, from 1. */
  readonly places: readonly number[];
  /** The first few. */
  readonly cells: readonly ChangedCell[];
  readonly rowCount: number;
}

// Some of the values that differ show what is wrong; all of them would be the answer.
const sampleSize = (rowCount: number) => Math.max(1, Math.min(5, Math.floor(rowCount / 4)));

/**
 * Finds the cells that differ between two results with as many rows as each other. Rows are told apart by columns
 * that agree: all of them together, or each alone when all columns agree and only their combination is wrong.
 * Undefined when no columns tell every row from every other.
 *
 * @param agreeing - Expected columns, from 0, that hold the same values in both results.
 */
export async function findChangedCells(
  database: Database,
  found: ResultCopy,
  expected: ResultCopy,
  pairs: readonly ColumnPair[],
  agreeing: readonly number[],
): Promise<ChangedCells | undefined> {
  const sides = `WITH ${bothSides(found, expected, pairs)}`;
  const usable = agreeing.filter((column) => !pairs[column]?.common.slack);
  const candidates = agreeing.length < pairs.length ? [usable] : usable.map((column) => [column]);
  for (const key of candidates) {
    if (key.length === 0 || !(await tellsRowsApart(database, sides, key, expected.rowCount))) continue;
    return readChanges(database, sides, { found, expected, pairs, key });
  }
  return undefined;
}

async function tellsRowsApart(
  database: Database,
  sides: string,
  key: readonly number[],
  rowCount: number,
): Promise<boolean> {
  const columns = key.map((column) => `k${column}`).join(', ');
  const { rows } = await database.query(
    `${sides} SELECT (SELECT count(*) FROM (SELECT DISTINCT ${columns} FROM e)), ` +
      `(SELECT count(*) FROM f JOIN e ON ${onKey(key)})`,
  );
  return rows[0]?.every((count) => Number(count) === rowCount) ?? false;
}

async function readChanges(
  database: Database,
  sides: string,
  results: {
    found: ResultCopy;
    expected: ResultCopy;
    pairs: readonly ColumnPair[];
    key: readonly number[];
  },
): Promise<ChangedCells> {
  const { found, expected, pairs, key } = results;
  const joined = `f JOIN e ON ${onKey(key)} JOIN ${found.table} AS fr ON fr.position = f.position JOIN ${expected.table} AS er ON er.position = e.position`;
  const changes = pairs.flatMap((pair, index) =>
    key.includes(index)
      ? []
      : [
          `SELECT f.position AS position, ${index} AS pair, fr.c${pair.found + 1}::VARCHAR AS found, ` +
            `er.c${pair.expected + 1}::VARCHAR AS expected FROM ${joined} ` +
            `WHERE (${isNear(`f.k${index}`, `e.k${index}`, pair.common)}) IS NOT TRUE`,
        ],
  );
  const all = `${sides}, changes AS MATERIALIZED (${changes.join(' UNION ALL ')})`;
  const counted = await database.query(
    `${all} SELECT pair, (SELECT count(DISTINCT position) FROM changes) FROM changes GROUP BY pair ORDER BY pair`,
  );
  const named = await findNamingColumn(database, found, pairs, key);
  const name = named === undefined ? 'NULL' : `fn.c${named + 1}::VARCHAR`;
  // A row is shown whole, with every column that differs in it.
  const sample = await database.query(
    `${all} SELECT changes.*, ${name} FROM changes JOIN ${found.table} AS fn ON fn.position = changes.position ` +
      `WHERE changes.position IN (SELECT DISTINCT position FROM changes ORDER BY position LIMIT ${sampleSize(expected.rowCount)}) ` +
      'ORDER BY changes.position, pair',
  );
  const columnOf = (pair: unknown) => {
    const { found: f = 0, expected: e = 0 } = pairs[Number(pair)] ?? {};
    return { found: found.columns[f], expected: expected.columns[e] };
  };
  return {
    columns: counted.rows.map(([pair]) => columnOf(pair).found?.name ?? ''),
    places: counted.rows.map(([pair]) => (pairs[Number(pair)]?.found ?? 0) + 1),
    rowCount: Number(counted.rows[0]?.[1] ?? 0),
    cells: sample.rows.map(([position, pair, foundText, expectedText, nameText]) => {
      const column = columnOf(pair);
      return {
        row: Number(position),
        name:
          named === undefined
            ? []
            : [toCell(toTextOrNull(nameText), found.columns[named]?.type ?? 'VARCHAR')],
        column: column.found?.name ?? '',
        found: toCell(toTextOrNull(foundText), column.found?.type ?? 'VARCHAR'),
        expected: toCell(toTextOrNull(expectedText), column.expected?.type ?? 'VARCHAR'),
      };
    }),
  };
}

/** The learner's column, from 0, that alone tells every row from every other: one of text before one of another kind. */
async function findNamingColumn(
  database: Database,
  { table, columns, rowCount }: ResultCopy,
  pairs: readonly ColumnPair[],
  key: readonly number[],
): Promise<number | undefined> {
  const places = key.flatMap((index) => pairs[index]?.found ?? []);
  const isText = (place: number) => columns[place]?.type === 'VARCHAR';
  const sorted = [...places.filter(isText), ...places.filter((place) => !isText(place))];
  if (sorted.length === 0) return undefined;
  const counts = sorted.map((place) => `count(DISTINCT c${place + 1})`);
  const { rows } = await database.query(`SELECT ${counts.join(', ')} FROM ${table}`);
  const first = rows[0]?.findIndex((count) => Number(count) >= rowCount - 1 && Number(count) > 0) ?? -1;
  return sorted[first];
}

function onKey(key: readonly number[]): string {
  return allOfSql(key.map((column) => isSame(`f.k${column}`, `e.k${column}`)));
}

function toTextOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
