import { printQuery } from '#src/syntax/parse-query.ts';
import { columnRef, cteMap } from '#src/syntax/build-tree.ts';
import { isSelect } from '#src/syntax/node-kinds.ts';
import type { ColumnRef, Expression, QueryNode } from '#src/syntax/syntax-tree.ts';
import { walk, type Visit } from '#src/syntax/walk-tree.ts';
import type { Database, RawTable } from '#src/results/database.ts';
import { literalOf } from '../facts/column-names.ts';
import { toExpression, windowsIn } from '../samples/group-samples.ts';
import { ctesAround, type QueryFacts, type SelectFacts } from '../facts/query-facts.ts';
import { toRowIds } from '../samples/row-id-query.ts';
import { placeOf, type TableModel } from '../facts/table-model.ts';

/** What a witness shows, each with its worth: a gap among the rows that count, a tie, a group of one row. */
export type Coverage = ReadonlyMap<string, number>;

export interface CoverageMeter {
  /** What the rows of the current schema show of the query. `result` is the model answer's on them. */
  readonly measure: (result: RawTable) => Promise<Coverage>;
}

/** Prepares the questions of a query once, to be asked of many candidates. */
export async function createCoverageMeter(
  database: Database,
  tree: QueryNode,
  facts: QueryFacts,
  models: ReadonlyMap<string, TableModel>,
): Promise<CoverageMeter> {
  const matches: { select: SelectFacts; sql: string }[] = [];
  for (const select of facts.selects) {
    const sql = await printQuery(database, toRowIds(select, { select_list: toColumnList(select, models) }));
    if (sql !== undefined) matches.push({ select, sql });
  }
  const ties: TieQuestion[] = [];
  for (const visit of walk(tree)) ties.push(...(await toTieQuestions(database, visit, facts)));
  return {
    measure: async (result) => {
      const shown = new Map<string, number>(toResultGoals(result, facts));
      for (const [place, { select, sql }] of matches.entries()) {
        const rows = await tryQuery(database, sql);
        if (rows)
          for (const [goal, worth] of toMatchGoals(rows, select, facts, models))
            shown.set(`${place} ${goal}`, worth);
      }
      for (const [place, { sql, cuts }] of ties.entries()) {
        const rows = await tryQuery(database, sql);
        if (!rows) continue;
        const parts = [...Map.groupBy(rows, (row) => JSON.stringify(row.slice(1))).values()];
        const keys = parts.map((part) => part.map(([key]) => key));
        if (keys.some((list) => new Set(list).size < list.length)) shown.set(`tie ${place}`, 2);
        for (const cut of cuts) {
          const isCut = keys.some((list) => cut < list.length && list[cut - 1] === list[cut]);
          if (isCut) shown.set(`tie ${place} at ${cut}`, 2);
        }
      }
      return shown;
    },
  };
}

export function toWorth(coverage: Coverage): number {
  return [...coverage.values()].reduce((all, worth) => all + worth, 0);
}

/** What one shows more than another. */
export function toGain(coverage: Coverage, known: Coverage): number {
  return [...coverage].reduce((all, [goal, worth]) => all + Math.max(0, worth - (known.get(goal) ?? 0)), 0);
}

async function tryQuery(database: Database, sql: string): Promise<RawTable['rows'] | undefined> {
  try {
    return (await database.query(sql)).rows;
  } catch {
    // A subquery that leans on the one around it is not looked at.
    return undefined;
  }
}

function toColumnList({ tables }: SelectFacts, models: ReadonlyMap<string, TableModel>): ColumnRef[] {
  return tables.flatMap(({ alias, table }) =>
    (models.get(table)?.shape.columns ?? []).map(({ name }) => columnRef(alias, name)),
  );
}

function* toResultGoals({ rows }: RawTable, { cuts }: QueryFacts): Generator<[string, number]> {
  if (rows.length === 0) return;
  const enough = Math.max(4, ...cuts.filter((cut) => cut < 30));
  yield ['rows', 6];
  yield ['enough rows', (3 * Math.min(rows.length, enough)) / enough];
  // Where fewer rows are found than a LIMIT lets through, rows that should not be there have room to show.
  if (cuts.some((cut) => cut > 1 && rows.length < cut)) yield ['fewer than the limit', 3.5];
  for (const [column] of (rows[0] ?? []).entries()) {
    const values = new Set(rows.map((row) => row[column]));
    if (values.size > 1) yield [`values ${column}`, 1];
    if (values.size > 1 && values.size < rows.length) yield [`repeated ${column}`, 0.3];
  }
}

function* toMatchGoals(
  rows: RawTable['rows'],
  { tables, groupColumns }: SelectFacts,
  facts: QueryFacts,
  models: ReadonlyMap<string, TableModel>,
): Generator<[string, number]> {
  let offset = 0;
  const offsets = new Map<string, number>();
  for (const { table } of tables) {
    const columns = models.get(table)?.shape.columns ?? [];
    offsets.set(table, offset);
    for (const [index, { name, nullable }] of columns.entries()) {
      const isUsed = facts.used.some((used) => used.table === table && used.column === name);
      const cells = rows.map((row) => row[offset + index] ?? null);
      const [hasGap, hasValue] = [cells.includes(null), cells.some((cell) => cell !== null)];
      if (nullable && hasGap && hasValue) yield [`gap ${offset + index}`, isUsed ? 1.5 : 0.3];
      if (isUsed) for (const size of sizesOf(cells)) yield [`${size} ${offset + index}`, 0.6];
    }
    offset += columns.length;
  }
  if (groupColumns.length === 0) return;
  const places = groupColumns.flatMap(({ table, column }) => {
    const [start, model] = [offsets.get(table), models.get(table)];
    return start === undefined || !model ? [] : [start + placeOf(model, column)];
  });
  const sizes = new Map<string, number>();
  for (const row of rows) {
    const key = JSON.stringify(places.map((place) => String(row[place])));
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  const counts = [...sizes.values()];
  if (counts.includes(1)) yield ['a group of one', 1];
  if (counts.some((count) => count > 1)) yield ['a group of several', 1];
  if (counts.length > 1) yield ['groups', 1];
}

/** How far the figures of a column differ: a zero, two that are next to each other, small ones beside large ones. */
function* sizesOf(cells: readonly unknown[]): Generator<string> {
  const figures = cells.filter((cell) => typeof cell === 'number').sort((a, b) => a - b);
  if (figures.includes(0)) yield 'zero';
  const near = figures.some((figure, index) => {
    const gap = figure - (figures[index - 1] ?? -Infinity);
    return gap > 0 && gap <= Math.abs(figure) / 1000;
  });
  if (near) yield 'next to each other';
  const sizes = figures.filter((figure) => figure > 0);
  if ((sizes.at(-1) ?? 0) > 1000 * (sizes[0] ?? Infinity)) yield 'of all sizes';
}

/** The first key of ORDER BY or of a window for each row, sorted, and what parts the rows; and where a LIMIT or a rank cuts. */
interface TieQuestion {
  readonly sql: string;
  readonly cuts: readonly number[];
}

async function toTieQuestions(
  database: Database,
  { node, ancestors }: Visit,
  facts: QueryFacts,
): Promise<TieQuestion[]> {
  if (!isSelect(node)) return [];
  const list = node.select_list;
  const sorts = node.modifiers.map((modifier) => ({
    orders: modifier.type === 'ORDER_MODIFIER' ? modifier.orders : [],
    parts: [] as Expression[],
  }));
  const windows = windowsIn(node).map(({ orders, partitions }) => ({ orders, parts: partitions }));
  const questions: TieQuestion[] = [];
  for (const { orders, parts } of [...sorts, ...windows].slice(0, 3)) {
    const first = orders[0]?.expression;
    if (!first || (literalOf(first) && literalOf(first)?.number === undefined)) continue;
    const sql = await printQuery(database, {
      ...node,
      cte_map: cteMap(ctesAround({ node, ancestors })),
      modifiers: [],
      qualify: null,
      select_list: [
        ...list,
        { ...toExpression(first, list), alias: 'witness_sort' },
        ...parts.map((part, index) => ({ ...toExpression(part, list), alias: `witness_part${index}` })),
      ],
    });
    if (sql === undefined) continue;
    const way = orders[0]?.type === 'DESCENDING' ? 'DESC' : 'ASC';
    const names = ['witness_sort::VARCHAR', ...parts.map((_, index) => `witness_part${index}::VARCHAR`)];
    questions.push({
      sql: `SELECT ${names.join(', ')} FROM (${sql}) WHERE witness_sort IS NOT NULL ORDER BY witness_sort ${way}`,
      cuts: [...new Set(facts.cuts.filter((rows) => rows < 30))],
    });
  }
  return questions;
}
