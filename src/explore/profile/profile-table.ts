import type { Database, RawValue } from '#src/results/database.ts';
import { findKeys } from './find-keys.ts';
import { findPersonalData } from './find-personal-data.ts';
import { findRowFaults } from './find-row-faults.ts';
import { findTextFaults } from './find-text-faults.ts';
import type { ColumnProfile, TableProfile, TypedColumn } from './table-profile.ts';
import { toQuotedName } from '#src/sql/quote.ts';

export type { ColumnProfile } from './table-profile.ts';

const columnsAtOnce = 10;

/** Look at every value of a table of the database. */
export async function profileTable(
  database: Database,
  table: string,
  columns: readonly TypedColumn[],
): Promise<TableProfile> {
  const { rows } = await database.query(`SELECT count(*) FROM ${toQuotedName(table)}`);
  const total = Number(rows[0]?.[0]);
  const values = await measureColumns(database, table, columns);
  const profiles: ColumnProfile[] = [];
  for (const [index, column] of columns.entries()) {
    const [filled = 0, distinct = 0, smallest = null, largest = null] = values.slice(
      index * 4,
      index * 4 + 4,
    );
    profiles.push({
      ...column,
      missing: total - Number(filled),
      distinct: Number(distinct),
      smallest: smallest === null ? null : String(smallest),
      largest: largest === null ? null : String(largest),
      faults:
        column.type === 'VARCHAR' && Number(filled) > 0
          ? await findTextFaults(database, table, column.name, Number(distinct))
          : [],
      personal: Number(filled) > 0 ? await findPersonalData(database, table, column) : undefined,
    });
  }
  return {
    rowCount: total,
    columns: profiles,
    keys: await findKeys(database, table, profiles, total),
    faults: await findRowFaults(database, table, profiles, total),
  };
}

/** For each column one after another: values there, different values, the smallest and the largest as text. */
async function measureColumns(
  database: Database,
  table: string,
  columns: readonly TypedColumn[],
): Promise<RawValue[]> {
  const values: RawValue[] = [];
  // Counting different values of all columns of a wide table at once takes more memory than there is.
  for (let start = 0; start < columns.length; start += columnsAtOnce) {
    const measures = columns.slice(start, start + columnsAtOnce).flatMap(({ name }) => {
      const column = toQuotedName(name);
      return [
        `count(${column})`,
        `count(DISTINCT ${column})`,
        `left(min(${column})::VARCHAR, 60)`,
        `left(max(${column})::VARCHAR, 60)`,
      ];
    });
    const { rows } = await database.query(`SELECT ${measures.join(', ')} FROM ${toQuotedName(table)}`);
    values.push(...(rows[0] ?? []));
  }
  return values;
}
