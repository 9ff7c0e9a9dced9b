import type { DuckDBConnection } from '@duckdb/node-api';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { createChance } from './chance.ts';
import { draftRows, parentsFirst, type DraftTable } from './draft-rows.ts';
import { findBreaches } from './find-breaches.ts';
import { keepLawful } from './keep-lawful.ts';
import type { LawfulDatabase } from './lawful-database.ts';
import { mendBreach, mendTogether } from './mend-rows.ts';
import type { Literals, ValuePools } from './value-pools.ts';

export interface DatabaseOrder {
  readonly tables: readonly TableDescriptor[];
  readonly pools: ValuePools;
  readonly literals: Literals;
  /** How many to make. */
  readonly count: number;
  /** Any whole number: the same one gives the same databases. */
  readonly seed: number;
  /** Sizes to choose from in place of the usual ones, in rows a table. */
  readonly sizes?: readonly number[];
}

const usualSizes = [1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 8, 12, 12, 20, 30];
const mostTurns = 10;
/** After so many turns a row that still breaks something begins again as one of today's, which breaks nothing by itself. */
const patience = 5;

/**
 * Makes random databases that keep what the descriptors declare (types, gaps, allowed values, ranges, keys, what is unique or
 * determined, periods, foreign keys, rules) and nothing else that holds today.
 *
 * @param connection native DuckDB; it is given temporary tables
 */
export async function makeDatabases(
  connection: DuckDBConnection,
  order: DatabaseOrder,
): Promise<LawfulDatabase[]> {
  const chance = createChance(order.seed);
  const tables = parentsFirst(order.tables);
  const inputs = { ...order, chance };
  const drafts: DraftTable[] = [];
  for (let index = 0; index < order.count; index++) {
    const size = chance.pick(order.sizes ?? usualSizes);
    drafts.push(...draftRows(tables, inputs, { database: index, size }));
  }
  let broken = new Set<DraftTable>();
  // Databases that keep everything are left alone.
  let open = drafts;
  for (let turn = 0; turn <= mostTurns; turn++) {
    mendTogether(open, tables, inputs);
    const breaches = await findBreaches(connection, tables, open);
    broken = new Set(breaches.map(({ draft }) => draft));
    if (breaches.length === 0 || turn === mostTurns) break;
    const unlawful = new Set(breaches.map(({ draft }) => draft.database));
    open = open.filter(({ database }) => unlawful.has(database));
    const mended = new Set<DraftTable>();
    for (const breach of chance.shuffle(breaches)) {
      if (mended.has(breach.draft)) continue;
      mended.add(breach.draft);
      const today = order.pools.rows.get(breach.draft.table.name) ?? [];
      if (turn === patience && today.length > 0) breach.draft.values = [...chance.pick(today)];
      else mendBreach(breach, inputs);
    }
  }
  const lawful = keepLawful(
    drafts.filter((draft) => !broken.has(draft)),
    tables,
  );
  return Array.from({ length: order.count }, (_each, index) => {
    const own = lawful.filter((draft) => draft.database === index);
    return new Map(
      tables.map((table) => [
        table.name,
        chance.shuffle(own.filter((draft) => draft.table === table).map(({ values }) => values)),
      ]),
    );
  });
}

/** Whether a database keeps everything that the descriptors declare. */
export async function isLawful(
  connection: DuckDBConnection,
  tables: readonly TableDescriptor[],
  made: LawfulDatabase,
): Promise<boolean> {
  const drafts = tables.flatMap((table) =>
    (made.get(table.name) ?? []).map((values) => ({ table, database: 0, habits: [], values: [...values] })),
  );
  if (keepLawful(drafts, tables).length < drafts.length) return false;
  return (await findBreaches(connection, tables, drafts)).length === 0;
}
