import { type ColumnRule, columnRules } from '#src/datasets/column-rules.ts';
import type { ColumnDescriptor, TableDescriptor } from '#src/datasets/descriptor.ts';
import type { Database } from '#src/results/database.ts';
import { toQuotedName } from '#src/sql/quote.ts';
import type { ValidityCheck } from './quality.ts';
import { queryNumbers } from './sql.ts';

interface Check {
  readonly column: ColumnDescriptor;
  readonly kind: ValidityCheck['kind'];
  readonly breach: string;
}

/** Validity: values that do not fit their type, list or range, and gaps where a value must be. `text` holds text. */
export async function measureValidity(
  database: Database,
  table: TableDescriptor,
  text: string,
): Promise<ValidityCheck[]> {
  const checks = table.columns.flatMap((column) =>
    columnRules(column).flatMap((rule): Check[] => (isMeasured(rule) ? [{ column, ...rule }] : [])),
  );
  if (checks.length === 0) return [];
  const counts = checks.map(({ breach }) => `count(*) FILTER (${breach})`);
  const present = checks.map(({ column, kind }) =>
    kind === 'required' ? 'count(*)' : `count(${toQuotedName(column.name)})`,
  );
  const found = await queryNumbers(database, `SELECT ${[...present, ...counts].join(', ')} FROM ${text}`);
  return checks.map(({ column, kind }, index) => ({
    column: column.name,
    kind,
    expected: expectedWords(kind, column),
    checked: found[index] ?? 0,
    outside: found[checks.length + index] ?? 0,
  }));
}

/** Spaces around a text are a matter of form, and the check of the tables lets none pass. */
function isMeasured(rule: ColumnRule): rule is ColumnRule & Pick<ValidityCheck, 'kind'> {
  return rule.kind !== 'trimmed';
}

function expectedWords(
  kind: ValidityCheck['kind'],
  { type, allowed = [], range = ['', ''] }: ColumnDescriptor,
): string {
  switch (kind) {
    case 'required':
      return 'a value';
    case 'type':
      return type;
    case 'allowed':
      return `one of ${allowed.length} values`;
    case 'range':
      return `${range[0]} to ${range[1]}`;
  }
}
