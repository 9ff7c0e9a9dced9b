import { toQuotedName } from '#src/sql/quote.ts';
import type { Database } from '#src/results/database.ts';

/** Schemas that stand in for the real tables: as on the page, a name means a view of a table that stands elsewhere. */
export interface WitnessSchemas {
  readonly views: string;
  readonly tables: string;
}

/** The schemas whose names begin so. */
export function toWitnessSchemas(name: string): WitnessSchemas {
  return { views: `${name}_data`, tables: `${name}_base` };
}

/**
 * Runs work with other tables under the plain names of the real ones, and undoes it all.
 *
 * @param database - Idle.
 * @param names - Of the tables that the statements make.
 * @param statements - They make the schema `schemas.tables` and its tables.
 */
export async function onWitnessTables<T>(
  database: Database,
  {
    schemas,
    names,
    statements,
  }: { schemas: WitnessSchemas; names: readonly string[]; statements: readonly string[] },
  work: () => Promise<T>,
): Promise<T> {
  const views = names.map((name) => {
    const quoted = toQuotedName(name);
    return `CREATE VIEW memory.${schemas.views}.${quoted} AS FROM memory.${schemas.tables}.${quoted}`;
  });
  const all = ['BEGIN TRANSACTION', ...statements, `CREATE SCHEMA memory.${schemas.views}`, ...views];
  try {
    // In one go: every message to the engine's worker takes its time.
    await database.query(all.join(';\n'));
    await database.query(`USE memory.${schemas.views}`);
    return await work();
  } finally {
    await database.query('ROLLBACK');
    await database.query('USE memory.main');
  }
}
