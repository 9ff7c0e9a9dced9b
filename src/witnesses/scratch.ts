import { toQuotedName } from '#src/datasets/table-sql.ts';
import type { Database } from '#src/results/database.ts';
import { keepLawfulRows, toKey } from './keep-lawful-rows.ts';
import type { Rows, TableModel } from './table-model.ts';
import { toWitnessStatements, type Witness } from './witness.ts';

/** A schema beside the real tables in which rows are tried. It is the current one until `close`. */
export interface Scratch {
  /** Puts the rows in place of those before. */
  readonly load: (rows: Rows) => Promise<void>;
  /** The rows that keep the rules written in SQL too; loads what it gives. */
  readonly loadLawful: (rows: Rows) => Promise<Rows>;
  /** Drops the schema and goes back to the real tables. */
  readonly close: () => Promise<void>;
}

const schema = 'witness_scratch';

export async function createScratch(database: Database, models: readonly TableModel[]): Promise<Scratch> {
  const shapes = models.map(({ shape }) => shape);
  const empty = new Map(models.map(({ shape }) => [shape.name, []]));
  await database.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  for (const sql of toWitnessStatements(toWitness(empty, models), shapes, schema)) await database.query(sql);
  await database.query(`USE ${schema}`);

  const load = async (rows: Rows): Promise<void> => {
    const [, ...statements] = toWitnessStatements(toWitness(rows, models), shapes, schema);
    for (const sql of statements)
      await database.query(sql.replace(/^CREATE TABLE/, 'CREATE OR REPLACE TABLE'));
  };
  return {
    load,
    loadLawful: async (rows) => {
      await load(rows);
      const kept = new Map(rows);
      for (const { shape, primaryKey } of models) {
        if (!shape.rules?.length) continue;
        const key = shape.primaryKey.map((column) => `${toQuotedName(column)}::VARCHAR`).join(', ');
        const breach = shape.rules.map(({ rule }) => `(${rule}) IS FALSE`).join(' OR ');
        const { rows: found } = await database.query(
          `SELECT ${key} FROM ${toQuotedName(shape.name)} WHERE ${breach}`,
        );
        if (found.length === 0) continue;
        const refused = new Set(found.map((values) => JSON.stringify(values)));
        const list = rows.get(shape.name) ?? [];
        kept.set(
          shape.name,
          list.filter((row) => !refused.has(toKey(row, primaryKey) ?? '')),
        );
      }
      if ([...kept].every(([table, list]) => list.length === rows.get(table)?.length)) return rows;
      // A row that went may have been a parent.
      const lawful = keepLawfulRows(kept, models);
      await load(lawful);
      return lawful;
    },
    close: async () => {
      await database.query('USE main');
      await database.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
    },
  };
}

export function toWitness(rows: Rows, models: readonly TableModel[]): Witness {
  return {
    tables: models.map(({ shape }) => ({
      name: shape.name,
      columns: shape.columns.map(({ name }) => name),
      rows: rows.get(shape.name) ?? [],
    })),
  };
}
