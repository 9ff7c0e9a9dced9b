import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { ChartSpec } from '#src/charts/chart-spec.ts';
import { toColumnNotes } from '#src/charts/column-notes.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import { pageTables } from '../site/page-tables.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { addChartStyles } from './chart-styles.ts';
import { useChartColumns, useChartData } from './use-chart.ts';

interface Props {
  readonly spec: ChartSpec;
  readonly table: ResultTable;
  readonly query: string;
  readonly tables: readonly string[];
}

/** A chart that an exercise shows. Nobody can change it. */
export function ShownFigure({ spec, table, query, tables }: Props): ReactNode {
  addChartStyles();
  const notes = useMemo(() => toColumnNotes(query, pageTables(tables)), [query, tables]);
  const columns = useChartColumns(table, notes);
  const drawable = useChartData(spec, table, columns);
  if (drawable === undefined || drawable === 'waiting') return null;
  return (
    <div className="app-chart">
      {drawable.ok ? (
        <ChartFigure spec={spec} data={drawable.data} words={drawable.words} sources={[]} />
      ) : (
        <p className="app-chart__why">{drawable.why}</p>
      )}
    </div>
  );
}
