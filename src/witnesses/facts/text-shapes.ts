import { toQuotedName } from '#src/sql/quote.ts';
import type { Database } from '#src/results/database.ts';
import type { WitnessTableShape } from '../witness.ts';

/** What the real texts of a column look like. A learner may take them apart, so a made-up text looks like them. */
export interface TextShape {
  /** Kinds of characters that some text holds. */
  readonly kinds: ReadonlySet<string>;
  /** Made of capitals and digits by a pattern, such as "E09000001" or "SW1A 2AA": no made-up text is one. */
  readonly isCode: boolean;
}

const kinds = { lower: '[a-z]', upper: '[A-Z]', digit: '[0-9]', space: '\\s', other: '[^a-zA-Z0-9\\s]' };

/** The shapes of a table's texts by column position; `undefined` for other columns and for empty ones. */
export async function readTextShapes(
  database: Database,
  shape: WitnessTableShape,
): Promise<(TextShape | undefined)[]> {
  const texts = shape.columns.flatMap(({ type }, column) => (type === 'VARCHAR' ? [column] : []));
  if (texts.length === 0) return [];
  const items = texts.flatMap((column) => {
    const name = toQuotedName(shape.columns[column]?.name ?? '');
    return [
      ...Object.values(kinds).map((kind) => `coalesce(bool_or(regexp_matches(${name}, '${kind}')), false)`),
      `count(${name})`,
      `count(*) FILTER (regexp_matches(${name}, '[0-9]'))`,
      `count(DISTINCT length(${name}))`,
    ];
  });
  const { rows } = await database.query(`SELECT ${items.join(', ')} FROM main.${toQuotedName(shape.name)}`);
  const width = items.length / texts.length;
  const shapes: (TextShape | undefined)[] = [];
  texts.forEach((column, index) => {
    const found = (rows[0] ?? []).slice(index * width, (index + 1) * width);
    const [filled, withDigit, lengths] = found.slice(-3).map(Number);
    const seen = new Set(Object.keys(kinds).filter((_, kind) => found[kind] === true));
    if (!filled) return;
    const isSpelt = seen.has('lower') || (seen.has('space') && withDigit !== filled);
    const isCode = !isSpelt && (withDigit === filled || lengths === 1);
    shapes[column] = { kinds: seen, isCode };
  });
  return shapes;
}

/** Whether a text that no row has may stand in the column. */
export function fitsShape(text: string, shape: TextShape | undefined): boolean {
  if (!shape || shape.isCode) return false;
  return Object.entries(kinds).every(
    ([kind, pattern]) => shape.kinds.has(kind) || !new RegExp(pattern).test(text),
  );
}

/**
 * A code of the same pattern: the last digits counted on, or the last letters where it has no digit.
 *
 * @example
 * toOtherCode('E09000001', 3) // => 'E09000004'
 */
export function toOtherCode(code: string, steps: number): string {
  const signs = [...code];
  const isDigit = /[0-9]/.test(code);
  let carry = steps;
  for (let place = signs.length - 1; place >= 0 && carry > 0; place--) {
    const sign = signs[place] ?? '';
    const [first, size] = isDigit ? ['0', 10] : ['A', 26];
    if (!(isDigit ? /[0-9]/ : /[A-Z]/).test(sign)) continue;
    const next = sign.charCodeAt(0) - first.charCodeAt(0) + carry;
    signs[place] = String.fromCharCode(first.charCodeAt(0) + (next % size));
    carry = Math.floor(next / size);
  }
  return signs.join('');
}

/** Whether a text is another spelling of one of these: capitals and spaces may differ. */
export function isOtherSpelling(text: string, known: readonly string[]): boolean {
  const plain = (value: string) => value.trim().replace(/\s+/g, ' ').toLowerCase();
  return known.some((value) => value !== text && plain(value) === plain(text));
}

/** Whether a text looks like a code: capitals and digits alone, with a digit. */
export function isCodeLike(text: string): boolean {
  return /^[A-Z0-9]*[0-9][A-Z0-9]*$/.test(text);
}
