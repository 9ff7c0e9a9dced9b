import type { Cell } from './cell.ts';

const integer = /^U?(?:TINY|SMALL|BIG|HUGE)?(?:INT|INTEGER)$/;
const float = /^(?:FLOAT|DOUBLE|REAL)$/;
const names: Readonly<Record<string, string>> = { nan: 'NaN', inf: 'Infinity', '-inf': '-Infinity' };

/**
 * Make a cell from DuckDB's own text for a value and DuckDB's name for its type. Numbers stay text where a JavaScript
 * number would round them; every type not named here keeps DuckDB's text.
 *
 * @example
 * toCell('9007199254740993', 'BIGINT') // => '9007199254740993'
 * toCell('1.50', 'DECIMAL(5,2)') // => '1.50'
 */
export function toCell(text: string | null, type: string): Cell {
  if (text === null) return null;
  if (type === 'BOOLEAN') return text === 'true';
  if (integer.test(type)) {
    const value = Number(text);
    return Number.isSafeInteger(value) ? value : text;
  }
  if (float.test(type)) {
    const value = Number(text);
    return Number.isFinite(value) ? value : (names[text] ?? text);
  }
  return text;
}
