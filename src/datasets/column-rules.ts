import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import type { ColumnDescriptor } from './descriptor.ts';
import { textPattern } from './table-sql.ts';

/** What a column's description asks of its values. */
export interface ColumnRule {
  readonly kind: 'required' | 'trimmed' | 'visible' | 'type' | 'allowed' | 'range';
  /** SQL that is true of a row that breaks the rule, where the column is held as text and a gap as NULL. */
  readonly breach: string;
}

/**
 * Characters that nobody sees, which make two texts of one: controls, no-break and other unusual spaces, soft hyphens,
 * marks of direction and of byte order, and the mark that stands for a character that was lost.
 */
const unseen =
  '[\\x{0000}-\\x{001F}\\x{007F}-\\x{00A0}\\x{00AD}\\x{1680}\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}-\\x{2064}\\x{3000}\\x{FEFF}\\x{FFFD}]';

/** The rules of one column. The check of the tables and the measure of their quality both ask these. */
export function columnRules({ name, type, nullable, allowed, range }: ColumnDescriptor): ColumnRule[] {
  const value = toQuotedName(name);
  const typed = `TRY_CAST(${value} AS ${type})`;
  const rules: ColumnRule[] = [];
  if (!nullable) rules.push({ kind: 'required', breach: `${value} IS NULL` });
  if (type === 'VARCHAR') {
    const trimmed = `trim(${value}, ' ' || chr(9) || chr(10) || chr(13))`;
    rules.push({ kind: 'trimmed', breach: `${value} = '' OR ${value} <> ${trimmed}` });
    rules.push({ kind: 'visible', breach: `regexp_matches(${value}, ${toQuotedText(unseen)})` });
  } else {
    const fits = `regexp_full_match(${value}, ${toQuotedText(textPattern(type))}) AND ${typed} IS NOT NULL`;
    rules.push({ kind: 'type', breach: `${value} IS NOT NULL AND NOT (${fits})` });
  }
  if (allowed !== undefined)
    rules.push({ kind: 'allowed', breach: `${value} NOT IN (${allowed.map(toQuotedText).join(', ')})` });
  if (range !== undefined) {
    const [low, high] = range.map((bound) => `CAST(${toQuotedText(String(bound))} AS ${type})`);
    rules.push({ kind: 'range', breach: `${typed} NOT BETWEEN ${low} AND ${high}` });
  }
  return rules;
}
