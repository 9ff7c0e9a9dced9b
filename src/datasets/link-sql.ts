import { toQuotedName } from '#src/sql/quote.ts';
import type { ReferenceDescriptor } from './descriptor.ts';

/** A foreign key or another link of a table. */
interface LinkColumns {
  readonly columns: readonly string[];
  readonly references: Pick<ReferenceDescriptor, 'columns'>;
}

/**
 * Conditions on a row of `source`, the table with the link: that it has a value in every column of the link, and that a
 * row of `target` has the same values. Both tables hold text as published, so equal keys are equal text.
 */
export function linkSql({ columns, references }: LinkColumns): { present: string; matches: string } {
  const pairs = columns.map((column, index) => {
    const other = references.columns[index] ?? column;
    return `target.${toQuotedName(other)} = source.${toQuotedName(column)}`;
  });
  return {
    present: columns.map((column) => `${toQuotedName(column)} IS NOT NULL`).join(' AND '),
    matches: pairs.join(' AND '),
  };
}
