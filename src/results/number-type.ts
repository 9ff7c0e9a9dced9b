/**
 * Whether values of a type are numbers.
 *
 * @param type - DuckDB's name for it, such as `DECIMAL(12,2)`
 */
export function isNumberType(type: string): boolean {
  return /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL(\(\d+,\s*\d+\))?|FLOAT|REAL|DOUBLE)$/i.test(type);
}
