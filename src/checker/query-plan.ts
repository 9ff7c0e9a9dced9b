import type { Compare } from '#src/compare/compare-rules.ts';
import type { Database } from '#src/results/database.ts';

/** One step of DuckDB's plan for a query; `children` give it their rows. */
export interface PlanStep {
  readonly name: string;
  /** The number of the named query that it makes or reads. */
  readonly cte: string | undefined;
  readonly children: readonly PlanStep[];
}

/** How DuckDB would run a query, from `EXPLAIN (FORMAT JSON)`; undefined when it does not explain this one. */
export async function readPlan(database: Database, query: string): Promise<PlanStep | undefined> {
  try {
    const { rows } = await database.query(`EXPLAIN (FORMAT JSON) ${query}`);
    return toStep((JSON.parse(String(rows[0]?.[1])) as unknown[])[0]);
  } catch {
    return undefined;
  }
}

function toStep(value: unknown): PlanStep {
  const { name, children, extra_info } = value as {
    name?: unknown;
    children?: unknown[];
    extra_info?: Record<string, unknown>;
  };
  const cte = extra_info?.['CTE Index'] ?? (extra_info?.['CTE Name'] && extra_info['Table Index']);
  return {
    name: String(name).trim(),
    cte: cte === undefined ? undefined : String(cte),
    children: (children ?? []).map(toStep),
  };
}

const keepOrder = ['PROJECTION', 'FILTER', 'LIMIT', 'STREAMING_LIMIT', 'LIMIT_PERCENT', 'STREAMING_WINDOW'];

/** True when the query itself puts its rows in an order: a sort at the end, or one whose order every later step keeps. */
export function sortsRows({ name, cte, children }: PlanStep, sorted: readonly string[] = []): boolean {
  if (name === 'ORDER_BY' || name === 'TOP_N') return true;
  if (name === 'CTE_SCAN') return cte !== undefined && sorted.includes(cte);
  const [first, last] = [children[0], children.at(-1)];
  // The first child of a CTE is its body, the last the query that uses it.
  if (name.endsWith('CTE')) {
    const known = cte !== undefined && first && sortsRows(first, sorted) ? [...sorted, cte] : sorted;
    return last !== undefined && sortsRows(last, known);
  }
  // A sorted list taken apart; what sorted it is not told.
  if (name === 'UNNEST') return true;
  return keepOrder.includes(name) && first !== undefined && sortsRows(first, sorted);
}

/**
 * Whether a query sorts its rows where the exercise asks for an order: unsorted rows can look sorted by luck. One row at
 * most needs no sort.
 */
export async function sortsWhereNeeded(
  database: Database,
  { order }: Pick<Compare, 'order'>,
  query: string,
  rowCount: number,
): Promise<boolean> {
  if (order === 'ignored' || rowCount <= 1) return true;
  const plan = await readPlan(database, query);
  return plan === undefined || sortsRows(plan);
}

/** True when some step of the plan passes the test. */
export function hasStep(plan: PlanStep, test: (name: string) => boolean): boolean {
  return test(plan.name) || plan.children.some((child) => hasStep(child, test));
}
