import { toQuotedName } from '#src/sql/quote.ts';
import type { Database } from '#src/results/database.ts';
import type { SampleRow } from './sample-row.ts';
import type { Row, WitnessTableShape } from '../witness.ts';

/** A real table, from whatever schema is the current one. */
export const fromTable = (table: string) => `main.${toQuotedName(table)}`;

/** Runs a query of row ids, one column a table; rows without a partner have a sample row of fewer tables. */
export async function readSamples(
  database: Database,
  sql: string,
  tables: readonly string[],
  limit: number,
): Promise<SampleRow[]> {
  const ids = tables.map((_, index) => `r${index}`).join(', ');
  try {
    const { rows } = await database.query(
      `SELECT * FROM (${sql}) AS donors(${ids}) ORDER BY hash(${ids}), ${ids} LIMIT ${limit}`,
    );
    return rows.map((row) =>
      tables.flatMap((table, index) => {
        const id = row[index];
        return typeof id === 'number' ? [{ table, id }] : [];
      }),
    );
  } catch {
    // A subquery that leans on the one around it cannot run alone. Its tables still give plain samples.
    return [];
  }
}

/** The rows of all sample rows and their parents, by table and row id, with every value as text. */
export async function readSampleRows(
  database: Database,
  allSamples: readonly SampleRow[],
  shapes: readonly WitnessTableShape[],
): Promise<Map<string, Map<number, Row>>> {
  const wanted = new Map<string, Set<number>>(shapes.map(({ name }) => [name, new Set<number>()]));
  for (const sampleRow of allSamples) for (const { table, id } of sampleRow) wanted.get(table)?.add(id);
  await addParents(database, wanted, shapes);
  const rows = new Map<string, Map<number, Row>>();
  for (const shape of shapes) {
    const columns = shape.columns.map(({ name }) => `${toQuotedName(name)}::VARCHAR`).join(', ');
    const ids = [...(wanted.get(shape.name) ?? [])];
    const found =
      ids.length === 0
        ? []
        : (
            await database.query(
              `SELECT rowid, ${columns} FROM ${fromTable(shape.name)} WHERE rowid IN (${ids.join(', ')}) ORDER BY rowid`,
            )
          ).rows;
    rows.set(shape.name, new Map(found.map(([id, ...values]) => [Number(id), values as Row])));
  }
  return rows;
}

/** Row ids of the rows that the wanted ones refer to, and so on upwards. */
async function addParents(
  database: Database,
  wanted: Map<string, Set<number>>,
  shapes: readonly WitnessTableShape[],
): Promise<void> {
  for (let step = 0; step < 4; step++) {
    let added = 0;
    for (const { name, foreignKeys } of shapes) {
      for (const { columns, references } of foreignKeys) {
        const parents = wanted.get(references.table);
        const ids = [...(wanted.get(name) ?? [])];
        if (!parents || ids.length === 0) continue;
        const on = columns.map(
          (column, index) =>
            `c.${toQuotedName(column)} = p.${toQuotedName(references.columns[index] ?? column)}`,
        );
        const { rows } = await database.query(
          `SELECT DISTINCT p.rowid FROM ${fromTable(name)} c JOIN ${fromTable(references.table)} p ON ${on.join(' AND ')} WHERE c.rowid IN (${ids.join(', ')}) ORDER BY 1`,
        );
        for (const [id] of rows) {
          if (!parents.has(Number(id))) added++;
          parents.add(Number(id));
        }
      }
    }
    if (added === 0) return;
  }
}
