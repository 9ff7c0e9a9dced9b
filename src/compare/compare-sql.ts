import type { ColumnPair } from './align-columns.ts';
import type { CommonType } from './common-type.ts';
import type { ResultCopy } from './result-copy.ts';

/**
 * Two tables for a query to compare: `f`, the learner's result, and `e`, the expected one, each with `position` and
 * one column `k0`, `k1` … for each pair, in the pair's common type.
 */
export function bothSides(found: ResultCopy, expected: ResultCopy, pairs: readonly ColumnPair[]): string {
  const side = (name: 'f' | 'e', { table }: ResultCopy, columnOf: (pair: ColumnPair) => number) => {
    const keys = pairs.map((pair, index) => `${castColumn(columnOf(pair), pair.common)} AS k${index}`);
    return `${name} AS MATERIALIZED (SELECT ${['position', ...keys].join(', ')} FROM ${table})`;
  };
  return [side('f', found, (pair) => pair.found), side('e', expected, (pair) => pair.expected)].join(', ');
}

export function castColumn(column: number, { type }: CommonType): string {
  // A number too large for the type is equal to none.
  const cast = `${type.startsWith('DECIMAL') ? 'TRY_CAST' : 'CAST'}(c${column + 1} AS ${type})`;
  // Adding 0 makes minus zero zero; the two print and count as different otherwise.
  return type === 'DOUBLE' ? `(${cast} + 0.0::DOUBLE)` : cast;
}

/** SQL that holds when two values are equal, NULLs included. */
export function isSame(left: string, right: string): string {
  return `${left} IS NOT DISTINCT FROM ${right}`;
}

/** SQL that holds when two values count as equal in this type: the same, or near enough. */
export function isNear(left: string, right: string, { slack }: CommonType): string {
  if (!slack) return isSame(left, right);
  const [l, r] = [`${left}::DOUBLE`, `${right}::DOUBLE`];
  const size = `CASE WHEN ${r} < 0 THEN -${r} ELSE ${r} END`;
  const reach = `(${slack.absolute}::DOUBLE + ${slack.relative}::DOUBLE * (${size}))`;
  // An infinity would be near to anything: the reach would be infinite too.
  return `(${isSame(left, right)} OR (${r} BETWEEN -1.7e308 AND 1.7e308 AND ${l} BETWEEN ${r} - ${reach} AND ${r} + ${reach}))`;
}

export function allOfSql(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}
