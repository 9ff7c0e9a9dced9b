import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import type { ColumnDescriptor } from './descriptor.ts';
import { textPattern } from './table-sql.ts';

/** What a column's description asks of its values. */
export interface ColumnRule {
  readonly kind: 'required' | 'trimmed' | 'type' | 'allowed' | 'range';
  /** SQL that is true of a row that breaks the rule, where the column is held as text and a gap as NULL. */
  readonly breach: string;
}

/** The rules of one column. The check of the tables and the measure of their quality both ask these. */
export function columnRules({ name, type, nullable, allowed, range }: ColumnDescriptor): ColumnRule[] {
  const value = toQuotedName(name);
  const typed = `TRY_CAST(${value} AS ${type})`;
  const rules: ColumnRule[] = [];
  if (!nullable) rules.push({ kind: 'required', breach: `${value} IS NULL` });
  if (type === 'VARCHAR') {
    const trimmed = `trim(${value}, ' ' || chr(9) || chr(10) || chr(13))`;
    rules.push({ kind: 'trimmed', breach: `${value} = '' OR ${value} <> ${trimmed}` });
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
