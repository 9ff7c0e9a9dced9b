import { isNumberType } from '#src/results/number-type.ts';

/** The type in which a column of the learner's result and one of the expected result are compared. */
export interface CommonType {
  /** DuckDB's name for it. */
  readonly type: string;
  /**
   * How far two numbers may be apart and still count as equal: `absolute` in the unit of the column, plus `relative`
   * times the expected number. Left out where values must be equal.
   */
  readonly slack?: { readonly absolute: number; readonly relative: number };
}

const integerDigits: Readonly<Record<string, number>> = {
  TINYINT: 3,
  UTINYINT: 3,
  SMALLINT: 5,
  USMALLINT: 5,
  INTEGER: 10,
  UINTEGER: 10,
  BIGINT: 19,
  UBIGINT: 20,
  HUGEINT: 39,
  UHUGEINT: 39,
};

const maxDecimalDigits = 38;

// Floating-point sums depend on the order in which rows are added, so the last digits are luck: in proportion to the
// number, and beside zero, which a difference of two such sums should have given, by a trace. Pence count up to a thousand
// million.
const floatNoise = { FLOAT: 1e-6, DOUBLE: 1e-11 };
const floatTrace = { FLOAT: 1e-6, DOUBLE: 1e-9 };
// Exact numbers are compared as floating-point ones where a tolerance is given: a few of their last digits.
const exactNoise = 1e-15;

/**
 * Chooses the type to compare in, so that 5, 5.0 and 5.00 are equal, a date equals its midnight, and the last digits
 * of a floating-point number do not count. Types with nothing in common are compared as text.
 *
 * @param found - DuckDB's name for the type in the learner's result.
 * @param expected - The same for the expected result.
 * @param tolerance - The exercise's, in the unit of the column.
 *
 * @example
 * toCommonType('BIGINT', 'DECIMAL(12,2)', 0) // => { type: 'DECIMAL(38,2)' }
 */
export function toCommonType(found: string, expected: string, tolerance: number): CommonType {
  const numbers = [toNumberType(found), toNumberType(expected)].filter((each) => each !== undefined);
  if (numbers.length === 2) return toCommonNumber(numbers, tolerance);
  if (isMoment(found) && isMoment(expected)) return { type: 'TIMESTAMP' };
  if (found === expected && ['BOOLEAN', 'INTERVAL'].includes(found)) return { type: found };
  return { type: 'VARCHAR' };
}

/** What a column holds, whatever the size of its numbers or the precision of its dates. */
export function toKind(type: string): string {
  return isNumberType(type) ? 'number' : isMoment(type) ? 'moment' : type;
}

interface NumberType {
  readonly kind: 'integer' | 'decimal' | 'FLOAT' | 'DOUBLE';
  /** Before the point. */
  readonly digits: number;
  /** After the point. */
  readonly scale: number;
}

function toNumberType(type: string): NumberType | undefined {
  const digits = integerDigits[type];
  if (digits !== undefined) return { kind: 'integer', digits, scale: 0 };
  if (type === 'FLOAT' || type === 'DOUBLE') return { kind: type, digits: 0, scale: 0 };
  const decimal = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(type);
  if (!decimal) return undefined;
  const scale = Number(decimal[2]);
  return { kind: 'decimal', digits: Number(decimal[1]) - scale, scale };
}

function toCommonNumber(numbers: readonly NumberType[], tolerance: number): CommonType {
  const kinds = numbers.map(({ kind }) => kind);
  const scale = Math.max(...numbers.map((each) => each.scale));
  const digits = Math.max(...numbers.map((each) => each.digits));
  const precision = kinds.includes('FLOAT') ? 'FLOAT' : 'DOUBLE';
  const isFloat = kinds.includes('FLOAT') || kinds.includes('DOUBLE');
  // The sum of a column is a HUGEINT: its type has room for more digits than it ever holds.
  const isExact = kinds.includes('integer') || digits + scale <= maxDecimalDigits;
  // All integers that a learner meets fit; unsigned ones past HUGEINT are refused by the cast and so not decided.
  if (kinds.every((kind) => kind === 'integer'))
    return withSlack('HUGEINT', tolerance < 1 ? 0 : tolerance, exactNoise);
  if (isFloat || !isExact) {
    const absolute = Math.max(tolerance, floatTrace[precision]);
    return { type: 'DOUBLE', slack: { absolute, relative: floatNoise[precision] } };
  }
  return withSlack(`DECIMAL(${maxDecimalDigits},${scale})`, tolerance, exactNoise);
}

/** With a tolerance, the slack of floating-point keeps a difference of just the tolerance inside it. */
function withSlack(type: string, absolute: number, relative: number): CommonType {
  return absolute === 0 ? { type } : { type, slack: { absolute, relative } };
}

export function isMoment(type: string): boolean {
  return type === 'DATE' || /^TIMESTAMP/.test(type);
}
