import type { Database } from '#src/results/database.ts';
import type { OwnColumn, OwnType } from '../own-table.ts';
import { toQuotedName } from '#src/sql/quote.ts';

/**
 * What every value of a column must look like for each type. Casting alone would take too much: DuckDB makes 13 of
 * `12.7` and 7 of the code `007`. Whole numbers of more than 18 digits are identifiers.
 */
const conditions: readonly (readonly [OwnType, (column: string) => string])[] = [
  ['BOOLEAN', (column) => `lower(trim(${column})) IN ('true', 'false')`],
  ['BIGINT', (column) => `regexp_full_match(${column}, '\\s*[-+]?(0|[1-9][0-9]{0,17})\\s*')`],
  [
    'DOUBLE',
    (column) =>
      `regexp_full_match(${column}, '\\s*[-+]?(((0|[1-9][0-9]{0,17})|(0|[1-9][0-9]{0,14})?\\.[0-9]+|(0|[1-9][0-9]{0,14})\\.)|[0-9]\\.[0-9]+[eE][-+]?[0-9]{1,3})\\s*')`,
  ],
  [
    'DATE',
    (column) =>
      `regexp_full_match(${column}, '[0-9]{4}-[0-9]{2}-[0-9]{2}') AND TRY_CAST(${column} AS DATE) IS NOT NULL`,
  ],
  [
    'TIMESTAMP',
    (column) =>
      `regexp_full_match(${column}, '[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,6})?)?Z?)?') AND TRY_CAST(${column} AS TIMESTAMP) IS NOT NULL`,
  ],
];
const rowsTriedFirst = 1000;
const columnsAtOnce = 20;

/** Find the narrowest type that fits every value of each text column of a table. A column of gaps alone is text. */
export async function findTypes(
  database: Database,
  table: string,
  columns: readonly OwnColumn[],
): Promise<OwnType[]> {
  const found: OwnType[] = [];
  // All columns of a wide table in one query take more memory and time than DuckDB has here.
  for (let start = 0; start < columns.length; start += columnsAtOnce)
    found.push(...(await findSome(database, table, columns.slice(start, start + columnsAtOnce))));
  return found;
}

async function findSome(
  database: Database,
  table: string,
  columns: readonly OwnColumn[],
): Promise<OwnType[]> {
  const all = columns.map(() => conditions.map(([type]) => type));
  // Few rows rule out most types, which saves looking at a million rows for each of them.
  const likely = await keepFitting(
    database,
    `(FROM ${toQuotedName(table)} LIMIT ${rowsTriedFirst})`,
    columns,
    all,
  );
  const fitting = await keepFitting(database, toQuotedName(table), columns, likely);
  return fitting.map(([type]) => type ?? 'VARCHAR');
}

async function keepFitting(
  database: Database,
  source: string,
  columns: readonly OwnColumn[],
  candidates: readonly (readonly OwnType[])[],
): Promise<OwnType[][]> {
  const checks = columns.flatMap(({ name }, index) => {
    const column = toQuotedName(name);
    return conditions
      .filter(([type]) => candidates[index]?.includes(type))
      .map(([type, condition]) => ({
        index,
        type,
        sql: `count(*) FILTER (${column} <> '' AND NOT (${condition(column)}))`,
      }));
  });
  // A column without a value fits every type: it stays text.
  const filled = columns.map(({ name }) => `count(nullif(trim(${toQuotedName(name)}), ''))`);
  const kept: OwnType[][] = columns.map(() => []);
  const { rows } = await database.query(
    `SELECT ${[...filled, ...checks.map(({ sql }) => sql)].join(', ')} FROM ${source}`,
  );
  const [counts = []] = rows;
  for (const [position, { index, type }] of checks.entries()) {
    const misfits = Number(counts[columns.length + position]);
    const isWhole = source.startsWith('(') || Number(counts[index]) > 0;
    if (misfits === 0 && isWhole) kept[index]?.push(type);
  }
  return kept;
}
