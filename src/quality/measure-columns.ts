import type { ColumnDescriptor, TableDescriptor } from '#src/datasets/descriptor.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import type { Database } from '#src/results/database.ts';
import type { MeasuredColumn, MeasuredWithheld, Uniqueness } from './quality.ts';
import { queryNumbers, toNameList } from './sql.ts';

/**
 * Completeness and extent: rows, gaps by column, rows without a gap, and what each column runs from and to.
 *
 * @param relation - The table as text.
 * @param typed - The same with typed columns.
 */
export async function measureColumns(
  database: Database,
  table: TableDescriptor,
  relation: string,
  typed: string,
): Promise<{ rows: number; wholeRows: number; columns: MeasuredColumn[] }> {
  const there = table.columns.map(isThere);
  const counts = table.columns.flatMap(({ name }, index) => [
    `count(*) FILTER (${there[index]})`,
    `count(DISTINCT ${toQuotedName(name)}) FILTER (${there[index]})`,
  ]);
  const [rows = 0, wholeRows = 0, ...found] = await queryNumbers(
    database,
    `SELECT count(*), count(*) FILTER (${there.join(' AND ')}), ${counts.join(', ')} FROM ${relation}`,
  );
  const columns: MeasuredColumn[] = [];
  for (const [index, column] of table.columns.entries()) {
    const withheld = await measureWithheld(database, table, column, typed);
    columns.push({
      name: column.name,
      missing: rows - (found[2 * index] ?? 0) - (withheld?.rows ?? 0),
      distinct: found[2 * index + 1] ?? 0,
      ...(await measureExtent(database, column, typed)),
      ...(withheld === undefined ? {} : { withheld }),
    });
  }
  return { rows, wholeRows, columns };
}

function isThere({ name, standsForMissing = [] }: ColumnDescriptor): string {
  const value = toQuotedName(name);
  const none = standsForMissing.map(toQuotedText).join(', ');
  return none === '' ? `${value} IS NOT NULL` : `(${value} IS NOT NULL AND ${value} NOT IN (${none}))`;
}

async function measureExtent(
  database: Database,
  { name, type }: ColumnDescriptor,
  typed: string,
): Promise<Pick<MeasuredColumn, 'least' | 'most'>> {
  if (type === 'VARCHAR' || type === 'BOOLEAN') return {};
  const value = toQuotedName(name);
  const { rows } = await database.query(
    `SELECT CAST(min(${value}) AS VARCHAR), CAST(max(${value}) AS VARCHAR) FROM ${typed}`,
  );
  const [least, most] = rows[0] ?? [];
  return typeof least === 'string' && typeof most === 'string' ? { least, most } : {};
}

async function measureWithheld(
  database: Database,
  table: TableDescriptor,
  { withheld }: ColumnDescriptor,
  typed: string,
): Promise<MeasuredWithheld | undefined> {
  if (withheld === undefined) return undefined;
  const flag = toQuotedName(withheld.where);
  const sum = withheld.amount === undefined ? '0' : `sum(${toQuotedName(withheld.amount)})::DOUBLE`;
  const [rows = 0, amount = 0, total = 0] = await queryNumbers(
    database,
    `SELECT count(*) FILTER (${flag}), coalesce(${sum === '0' ? '0' : `${sum.replace('::DOUBLE', '')} FILTER (${flag})::DOUBLE`}, 0), ${sum}
     FROM ${typed} WHERE ${withheld.of ?? 'true'}`,
  );
  if (withheld.amount === undefined) return { rows };
  const unit = table.columns.find(({ name }) => name === withheld.amount)?.unit;
  return { rows, amount, total, ...(unit === undefined ? {} : { unit }) };
}

/** Uniqueness: rows with a key that has been used, and rows that repeat all else. */
export async function measureUniqueness(
  database: Database,
  table: TableDescriptor,
  relation: string,
): Promise<Uniqueness> {
  const key = table.primaryKey;
  const others = table.columns.map(({ name }) => name).filter((name) => !key.includes(name));
  const repeated = async (names: readonly string[]) => {
    const distinct = `(SELECT DISTINCT ${toNameList(names)} FROM ${relation})`;
    const [count = 0] = await queryNumbers(
      database,
      `SELECT (SELECT count(*) FROM ${relation}) - (SELECT count(*) FROM ${distinct})`,
    );
    return count;
  };
  if (key.length === 0) return { key, repeatedKeys: 0, repeatedApartFromKey: await repeated(others) };
  const repeatedKeys = await repeated(key);
  return others.length === 0
    ? { key, repeatedKeys }
    : { key, repeatedKeys, repeatedApartFromKey: await repeated(others) };
}
