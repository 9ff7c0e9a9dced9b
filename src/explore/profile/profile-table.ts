import type { Database } from '#src/results/database.ts';
import { findKeys } from './find-keys.ts';
import { findPersonalData } from './find-personal-data.ts';
import { findRowFaults } from './find-row-faults.ts';
import { findTextFaults } from './find-text-faults.ts';
import type { ColumnProfile, TableProfile, TypedColumn } from './table-profile.ts';
import { toQuotedName } from '#src/sql/quote.ts';

export type { ColumnProfile } from './table-profile.ts';

/** Look at every value of a table of the database. */
export async function profileTable(
  database: Database,
  table: string,
  columns: readonly TypedColumn[],
): Promise<TableProfile> {
  const measures = columns.flatMap(({ name }) => {
    const column = toQuotedName(name);
    return [
      `count(${column})`,
      `count(DISTINCT ${column})`,
      `left(min(${column})::VARCHAR, 60)`,
      `left(max(${column})::VARCHAR, 60)`,
    ];
  });
  const { rows } = await database.query(
    `SELECT count(*), ${measures.join(', ')} FROM ${toQuotedName(table)}`,
  );
  const [rowCount = 0, ...values] = rows[0] ?? [];
  const total = Number(rowCount);
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
