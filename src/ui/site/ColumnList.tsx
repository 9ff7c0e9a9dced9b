import type { ReactNode } from 'react';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { valueWords } from './value-words.ts';

interface Props {
  readonly table: Pick<TableDescriptor, 'name' | 'columns'>;
  /** What stands above the columns. */
  readonly children?: ReactNode;
}

/** The columns of a table with their meanings, in a region that scrolls by itself. */
export function ColumnList({ table, children }: Props): ReactNode {
  return (
    <div className="app-reference" role="group" aria-label={`Columns of ${table.name}`} tabIndex={0}>
      {children}
      <dl className="app-reference__columns">
        {table.columns.map((column) => (
          <div key={column.name}>
            <dt>
              <code>{column.name}</code>
            </dt>
            <dd>
              {column.meaning} <span className="app-muted">{valueWords(column)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
