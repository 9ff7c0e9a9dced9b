import type { ReactNode } from 'react';
import type { ChartSpec } from '#src/charts/chart-spec.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import { DataTable } from '../query/DataTable.tsx';
import { LateChart, loadShownFigure } from './LateChart.tsx';

interface Props {
  readonly caption: string;
  readonly spec: ChartSpec;
  readonly table: ResultTable;
  readonly query: string;
  /** Names of the tables that the query reads. */
  readonly tables: readonly string[];
}

/** A chart beside a task, with its table below. */
export function ShownChart({ caption, ...chart }: Props): ReactNode {
  return (
    <>
      <LateChart load={loadShownFigure} props={chart} />
      <ChartedTable caption={caption} table={chart.table} />
    </>
  );
}

/** The table of a chart, there without any script. */
export function ChartedTable({
  caption,
  table,
}: {
  readonly caption: string;
  readonly table: ResultTable;
}): ReactNode {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Look at the figures as a table</span>
      </summary>
      <div className="govuk-details__text">
        <DataTable caption={caption} columns={table.columns} rows={table.rows} />
      </div>
    </details>
  );
}
