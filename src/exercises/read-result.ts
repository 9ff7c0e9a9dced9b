import type { ChartSpec } from '#src/charts/chart-spec.ts';
import { toDrawnForm } from '#src/charts/drawn-form.ts';
import type { Finding } from '#src/authored/finding.ts';
import { runQuery } from '#src/engine/run-query.ts';
import type { Database } from '#src/results/database.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import { toChartSpec, type ChartFieldValue } from './chart-field.ts';

/** A result, or what is wrong with the query that should give it. */
export type ReadResult =
  { readonly ok: true; readonly table: ResultTable } | { readonly ok: false; readonly finding: Finding };

/**
 * Reads a result that the page will print. It must be small, and the same at every run: rows without an order may come in
 * another one tomorrow.
 *
 * @param path - the field of the exercise's file that holds the query
 * @param most - the most rows and columns that it may have
 */
export async function readSmallResult(
  database: Database,
  sql: string,
  path: string,
  most: { readonly rows: number; readonly columns: number },
): Promise<ReadResult> {
  const { outcome } = await runQuery(database, sql, { rowLimit: most.rows + 1 });
  if (outcome.status !== 'ok') {
    const found =
      outcome.status === 'error' ? outcome.error.details : `one that was stopped (${outcome.status})`;
    return refuseResult(
      path,
      'a query that runs',
      found.split('\n')[0] ?? found,
      'Try it on the Explore page.',
    );
  }
  const { table } = outcome;
  if (table.columns.length === 0 || table.rowCount === 0)
    return refuseResult(path, 'a query that gives rows', 'none', 'Look at its conditions.');
  if (table.rowCount > most.rows || table.columns.length > most.columns)
    return refuseResult(
      path,
      `at most ${most.rows} rows and ${most.columns} columns`,
      `${table.rowCount} rows and ${table.columns.length} columns`,
      'Choose fewer columns, or add ORDER BY and LIMIT.',
    );
  const { outcome: again } = await runQuery(database, sql, { rowLimit: most.rows + 1 });
  if (again.status !== 'ok' || JSON.stringify(again.table) !== JSON.stringify(table))
    return refuseResult(path, 'the same result at every run', 'another one at the second', 'Add ORDER BY.');
  if (table.rowCount > 1 && !/\border\s+by\b/i.test(sql))
    return refuseResult(
      path,
      'rows in an order of their own',
      'no ORDER BY',
      'Add ORDER BY, down to the last tie.',
    );
  return { ok: true, table };
}

function refuseResult(path: string, expected: string, found: string, remedy: string): ReadResult {
  return { ok: false, finding: { path, expected, found, remedy } };
}

/** The result that an exercise prints beside its task, where it has one. */
export async function readShown(
  database: Database,
  shows:
    | { readonly query: string; readonly caption: string; readonly chart?: ChartFieldValue | undefined }
    | undefined,
): Promise<{ readonly shown?: ShownResult; readonly findings: readonly Finding[] }> {
  if (!shows) return { findings: [] };
  const { query, caption } = shows;
  const rows = shows.chart ? 120 : 8;
  const read = await readSmallResult(database, query, 'shows.query', { rows, columns: 6 });
  if (!read.ok) return { findings: [read.finding] };
  const { table } = read;
  if (!shows.chart) return { shown: { caption, table }, findings: [] };
  const spec = toChartSpec(shows.chart);
  const form = toDrawnForm(spec, table);
  if (!form.ok)
    return { findings: [{ path: 'shows.chart', expected: 'a chart that can be drawn', found: form.why }] };
  return { shown: { caption, table, chart: { spec, query } }, findings: [] };
}

/** A small result with its caption, as the page prints it. */
export interface ShownResult {
  readonly caption: string;
  readonly table: ResultTable;
  /** A chart of it. */
  readonly chart?: { readonly spec: ChartSpec; readonly query: string };
}
