import { toQuotedName } from '#src/sql/quote.ts';
import type { Rows } from '#src/witnesses/facts/table-model.ts';
import type { WitnessSchemas } from './on-witness-tables.ts';

/** Statements after which the tables seem to hold only some of the rows that stand in them. */
export function toPartViews(rows: Rows, all: Rows, schemas: WitnessSchemas): string {
  const views = [...all].map(([name, list]) => {
    const kept = new Set(rows.get(name));
    const places = list.flatMap((row, place) => (kept.has(row) ? [place] : []));
    const table = `memory.${schemas.tables}.${toQuotedName(name)}`;
    // In a transaction of its own DuckDB counts rows from a very large number.
    const only =
      places.length === 0 ? 'false' : `rowid - (SELECT min(rowid) FROM ${table}) IN (${places.join(', ')})`;
    return `CREATE OR REPLACE VIEW memory.${schemas.views}.${toQuotedName(name)} AS FROM ${table} WHERE ${only}`;
  });
  return views.join(';\n');
}
