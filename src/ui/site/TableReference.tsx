import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { TableDescriptor } from '#src/datasets/descriptor.ts';
import { TableRows } from '../look/TableRows.tsx';
import { ColumnList } from './ColumnList.tsx';
import { pageTables } from './page-tables.ts';

/**
 * The tables that an exercise may use, with their first rows and what each column means, drawn from what the page knows of them: a page that held them once for each
 * exercise would be twice as long. Without scripts the way to the lesson's list of tables stands here.
 */
export function TableReference({ names }: { readonly names: readonly string[] }): ReactNode {
  const [tables, setTables] = useState<readonly TableDescriptor[]>();
  useEffect(() => setTables(pageTables(names)), [names]);
  if (!tables)
    return (
      <p>
        <a className="govuk-link" href="#tables">
          See the tables in this lesson
        </a>
      </p>
    );
  return tables.map((table) => (
    <div key={table.name} className="app-look">
      <p className="govuk-body">{table.row}</p>
      <TableRows name={table.name} />
      <ColumnList table={table} />
    </div>
  ));
}
