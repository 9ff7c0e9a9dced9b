import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { Database } from '#src/results/database.ts';
import type { MeasuredColumn, Uniqueness } from './quality.ts';
import { queryNumbers, toNameList } from './sql.ts';

/** Completeness: rows, gaps by column, and rows without a gap. */
export async function measureColumns(
  database: Database,
  table: TableDescriptor,
  relation: string,
): Promise<{ rows: number; wholeRows: number; columns: MeasuredColumn[] }> {
  const names = table.columns.map(({ name }) => toQuotedName(name));
  const whole = names.map((name) => `${name} IS NOT NULL`).join(' AND ');
  const counts = names.flatMap((name) => [`count(${name})`, `count(DISTINCT ${name})`]);
  const [rows = 0, wholeRows = 0, ...found] = await queryNumbers(
    database,
    `SELECT count(*), count(*) FILTER (${whole}), ${counts.join(', ')} FROM ${relation}`,
  );
  const columns = table.columns.map(({ name }, index) => ({
    name,
    missing: rows - (found[2 * index] ?? 0),
    distinct: found[2 * index + 1] ?? 0,
  }));
  return { rows, wholeRows, columns };
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
