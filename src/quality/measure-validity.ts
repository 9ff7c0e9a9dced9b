import type { ColumnDescriptor, TableDescriptor } from '#src/datasets/descriptor.ts';
import { toQuotedName, toQuotedText } from '#src/sql/quote.ts';
import { textPattern } from '#src/datasets/table-sql.ts';
import type { Database } from '#src/results/database.ts';
import type { ValidityCheck } from './quality.ts';
import { queryNumbers } from './sql.ts';

interface Check {
  readonly column: string;
  readonly kind: ValidityCheck['kind'];
  readonly expected: string;
  /** True for a value that is wrong. */
  readonly wrong: string;
}

/** Validity: values that do not fit their type, list or range, and gaps where a value must be. `text` holds text. */
export async function measureValidity(
  database: Database,
  table: TableDescriptor,
  text: string,
): Promise<ValidityCheck[]> {
  const checks = table.columns.flatMap(toChecks);
  if (checks.length === 0) return [];
  const counts = checks.map(({ wrong }) => `count(*) FILTER (${wrong})`);
  const present = checks.map(({ column, kind }) =>
    kind === 'required' ? 'count(*)' : `count(${toQuotedName(column)})`,
  );
  const found = await queryNumbers(database, `SELECT ${[...present, ...counts].join(', ')} FROM ${text}`);
  return checks.map(({ column, kind, expected }, index) => ({
    column,
    kind,
    expected,
    checked: found[index] ?? 0,
    outside: found[checks.length + index] ?? 0,
  }));
}

function toChecks({ name: column, type, nullable, allowed, range }: ColumnDescriptor): Check[] {
  const value = toQuotedName(column);
  const typed = `TRY_CAST(${value} AS ${type})`;
  const checks: Check[] = [];
  if (!nullable) checks.push({ column, kind: 'required', expected: 'a value', wrong: `${value} IS NULL` });
  if (type !== 'VARCHAR') {
    const fits = `regexp_full_match(${value}, ${toQuotedText(textPattern(type))}) AND ${typed} IS NOT NULL`;
    checks.push({ column, kind: 'type', expected: type, wrong: `${value} IS NOT NULL AND NOT (${fits})` });
  }
  if (allowed !== undefined) {
    const wrong = `${value} NOT IN (${allowed.map(toQuotedText).join(', ')})`;
    checks.push({ column, kind: 'allowed', expected: `one of ${allowed.length} values`, wrong });
  }
  if (range !== undefined) {
    const [low, high] = range.map((bound) => `CAST(${toQuotedText(String(bound))} AS ${type})`);
    const expected = `${range[0]} to ${range[1]}`;
    checks.push({ column, kind: 'range', expected, wrong: `${typed} NOT BETWEEN ${low} AND ${high}` });
  }
  return checks;
}
