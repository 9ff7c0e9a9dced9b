import { isNumberType } from '#src/results/number-type.ts';
import { isMoment } from './common-type.ts';

/**
 * SQL that gives a value's canonical text: equal numbers of any type give the same text, a date the same as its
 * midnight, and NULL none that a value could give. Floating-point noise goes: twelve digits of a number count.
 *
 * @param value - SQL.
 * @param type - DuckDB's name for its type.
 */
export function toCanonicalText(value: string, type: string): string {
  return `coalesce('=' || ${toCastSql(value, type)}, '')`;
}

function toCastSql(value: string, type: string): string {
  // Adding 0 makes minus zero zero.
  if (isNumberType(type)) return `format('{:.11e}', CAST(${value} AS DOUBLE) + 0.0::DOUBLE)`;
  return isMoment(type) ? `CAST(CAST(${value} AS TIMESTAMP) AS VARCHAR)` : `CAST(${value} AS VARCHAR)`;
}
