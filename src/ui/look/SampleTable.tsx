import { useState } from 'react';
import type { ReactNode } from 'react';
import type { TableSample } from '#src/explore/prepared.ts';
import { DataTable } from '../query/DataTable.tsx';
import { rowCountWords } from '../query/run-words.ts';
import { sortRowsBy, toNextOrder } from './sort-rows-by.ts';
import type { SortOrder } from './sort-rows-by.ts';

interface Props {
  readonly name: string;
  readonly sample: TableSample;
}

/** The first rows of a table, sorted as a person likes. */
export function SampleTable({ name, sample }: Props): ReactNode {
  const [order, setOrder] = useState<SortOrder>();
  const { columns, rows } = sample;
  return (
    <DataTable
      caption={
        <>
          <code>{name}</code> <span className="app-muted">{rowCountWords(sample)}</span>
        </>
      }
      columns={columns}
      rows={order ? sortRowsBy(columns, rows, order) : rows}
      sort={{ order, onSort: (index) => setOrder(toNextOrder(order, index)) }}
    />
  );
}
