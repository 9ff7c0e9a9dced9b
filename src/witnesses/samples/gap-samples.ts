import { printQuery } from '#src/syntax/parse-query.ts';
import { columnRef } from '#src/syntax/build-tree.ts';
import type { Database } from '#src/results/database.ts';
import type { SampleRow } from './sample-row.ts';
import type { QueryFacts, SelectFacts } from '../facts/query-facts.ts';
import { toRowIdList, toRowIds } from './row-id-query.ts';
import type { WitnessTableShape } from '../witness.ts';

/** Rows that meet the conditions of a SELECT and have a gap: in a column that the query uses, or in another one. */
export interface GapSamples {
  readonly used: readonly SampleRow[];
  readonly aside: readonly SampleRow[];
}

/** Rows that meet a SELECT's conditions with a gap in each nullable column that has one there, in one query. */
export async function readGapSamples(
  database: Database,
  facts: QueryFacts,
  select: SelectFacts,
  shapes: readonly WitnessTableShape[],
): Promise<GapSamples> {
  const isUsed = (table: string, column: string) =>
    facts.used.some((used) => used.table === table && used.column === column);
  const gaps = select.tables.flatMap(({ alias, table }, place) =>
    (shapes.find(({ name }) => name === table)?.columns ?? [])
      .filter(({ nullable }) => nullable)
      .map(({ name }) => ({ alias, name, place, isUsed: isUsed(table, name) })),
  );
  const columns = gaps.map(({ alias, name }) => columnRef(alias, name));
  const sql = await printQuery(
    database,
    toRowIds(select, { select_list: [...toRowIdList(select), ...columns] }),
  );
  if (sql === undefined || gaps.length === 0) return { used: [], aside: [] };
  const ids = select.tables.map((_, index) => `r${index}`);
  const names = gaps.map((_, index) => `c${index}`);
  const place = `hash(${ids.join(', ')})`;
  const asideGaps = gaps.flatMap((gap, index) => (gap.isUsed ? [] : [`(c${index} IS NULL)::INT`]));
  // Of the rows with a gap aside, the one with the most of them, so that a few rows have them all.
  const emptiest = `${place}::DOUBLE / 2e19 - (${['0', ...asideGaps].join(' + ')})`;
  const items = gaps.map(
    (gap, index) =>
      `min_by(concat_ws(',', ${ids.map((id) => `coalesce(${id}, -1)`).join(', ')}), ${gap.isUsed ? place : emptiest}, 2) FILTER (c${index} IS NULL AND r${gap.place} IS NOT NULL)`,
  );
  try {
    const { rows } = await database.query(
      `SELECT ${items.map((item) => `array_to_string(${item}, ';')`).join(', ')} FROM (${sql}) AS matches(${[...ids, ...names].join(', ')})`,
    );
    const samplesOf = (wanted: boolean) =>
      toSampleRows(
        gaps.map((gap, index) => (gap.isUsed === wanted ? (rows[0]?.[index] ?? null) : null)),
        select,
      );
    return { used: samplesOf(true), aside: samplesOf(false) };
  } catch {
    // As for other sample rows: a subquery that leans on the one around it cannot run alone.
    return { used: [], aside: [] };
  }
}

function toSampleRows(cells: readonly unknown[], { tables }: SelectFacts): SampleRow[] {
  const texts = cells.flatMap((cell) => (typeof cell === 'string' ? cell.split(';') : []));
  return [...new Set(texts)].map((text) =>
    text.split(',').flatMap((id, index) => {
      const table = tables[index]?.table;
      return table === undefined || Number(id) < 0 ? [] : [{ table, id: Number(id) }];
    }),
  );
}
