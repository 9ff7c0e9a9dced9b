import type { DatasetDescriptor, TableDescriptor } from '#src/datasets/descriptor.ts';
import type { Database } from '#src/results/database.ts';
import type { MeasuredRule, MeasuredTotal } from './quality.ts';
import { queryNumbers } from './sql.ts';

/** Consistency inside a table: how many rows keep each rule. `relation` holds typed columns. */
export async function measureRules(
  database: Database,
  table: TableDescriptor,
  relation: string,
): Promise<MeasuredRule[]> {
  const measured: MeasuredRule[] = [];
  for (const { rule, meaning } of table.rules) {
    const [kept = 0, broken = 0, open = 0] = await queryNumbers(
      database,
      `SELECT count(*) FILTER (held), count(*) FILTER (NOT held), count(*) FILTER (held IS NULL)
       FROM (SELECT (${rule}) AS held FROM ${relation})`,
    );
    measured.push({ rule, meaning, reconciles: isReconciliation(rule), kept, broken, open });
  }
  return measured;
}

/**
 * True for a rule that works out one figure from others, so that a wrong figure in any of them would show.
 *
 * @example
 * isReconciliation('a + b = total') // => true
 * isReconciliation('abs(a + b - total) <= 1') // => true
 * isReconciliation('part <= whole') // => false
 */
export function isReconciliation(rule: string): boolean {
  const bare = rule.replaceAll(/'[^']*'/g, "''");
  // One column beside itself, as in "a * 2 = round(a * 2)", is a matter of form.
  if (new Set(bare.match(/\b[a-z_]\w*\b(?!\s*\()/gi)).size < 2) return false;
  if (/^\s*abs\(.*[-+*/].*\)\s*<=?\s*[\d.]+\s*$/i.test(bare)) return true;
  const sides = bare.split('=');
  return sides.length === 2 && !/[<>!]/.test(bare) && sides.some((side) => /\w\s*[-+*/]\s*\w/.test(side));
}

/** Accuracy: figures worked out from our tables beside those that others published. Typed tables stand under plain names. */
export async function measureControlTotals(
  database: Database,
  { controlTotals }: Pick<DatasetDescriptor, 'controlTotals'>,
): Promise<MeasuredTotal[]> {
  const measured: MeasuredTotal[] = [];
  for (const { query, ...total } of controlTotals) {
    try {
      const { rows } = await database.query(query);
      const value = rows[0]?.[0] ?? null;
      const found = value === null || Number.isNaN(Number(value)) ? null : Number(value);
      // A hair more, because 0.1 + 0.2 is not 0.3 in binary.
      const agrees = found !== null && Math.abs(found - total.expected) <= total.tolerance + 1e-9;
      measured.push({ ...total, found, agrees });
    } catch (error) {
      const words = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      measured.push({ ...total, found: null, agrees: false, error: words });
    }
  }
  return measured;
}
