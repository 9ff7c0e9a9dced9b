import { useEffect, useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { chooseChart } from '#src/charts/choose-chart.ts';
import { sourceWords } from '#src/charts/take-away/chart-source.ts';
import type { ChartSpec } from '#src/charts/chart-spec.ts';
import { hexCredit } from '#src/charts/hexmaps/hex-layout.ts';
import type { CodeLanguage } from '#src/words/code-words.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import { ChartControls } from './ChartControls.tsx';
import { ChartFigure } from './ChartFigure.tsx';
import { addChartStyles } from './chart-styles.ts';
import { loadChartSource, type ChartSource } from './load-chart-source.ts';
import { TakeChart } from './TakeChart.tsx';
import { useChartColumns, useChartData } from './use-chart.ts';

interface Props {
  readonly table: ResultTable;
  /** The query or the pipeline that gave the table. */
  readonly text: string;
  readonly language: CodeLanguage;
  /** Ids of those that it may read. */
  readonly datasets: readonly string[];
  /** For downloaded files, without an ending. */
  readonly fileName: string;
}

/** A result as a chart, with all that a person can set of it and the ways to take it away. */
export function ChartView({ table, text, language, datasets, fileName }: Props): ReactNode {
  const source = useSource(datasets, text);
  if (!source) return <p className="app-chart__why">Getting the chart ready…</p>;
  return <ChosenChart key={columnsKey(table)} {...{ table, source, text, language, fileName }} />;
}

/** A result of the same columns keeps the chart that a person made. */
function columnsKey({ columns }: ResultTable): string {
  return JSON.stringify(columns);
}

interface ChosenProps extends Omit<Props, 'datasets'> {
  readonly source: ChartSource;
}

function ChosenChart({ table, source, text, language, fileName }: ChosenProps): ReactNode {
  const id = useId();
  const columns = useChartColumns(table, source.notes);
  const chosen = useMemo(() => chooseChart(table, columns), [columns]);
  const [own, setOwn] = useState<ChartSpec>();
  const [svg, setSvg] = useState<SVGSVGElement>();
  addChartStyles();
  const spec = own ?? (chosen.ok ? chosen.spec : undefined);
  const drawable = useChartData(spec, table, columns);
  if (!spec || !drawable) return <p className="app-chart__why">{chosen.ok ? '' : chosen.why}</p>;
  const sources = [...source.datasets.map(sourceWords), ...(spec.mark === 'hexmap' ? [hexCredit] : [])];
  return (
    <div className="app-chart">
      {drawable === 'waiting' ? (
        <p className="app-chart__why">Getting the map ready…</p>
      ) : drawable.ok ? (
        <>
          <ChartFigure
            spec={spec}
            data={drawable.data}
            words={drawable.words}
            sources={sources}
            onDrawn={setSvg}
          />
          <TakeChart
            spec={spec}
            data={drawable.data}
            words={drawable.words}
            {...{ source, text, language, fileName, svg }}
          />
        </>
      ) : (
        <div className="app-notice app-notice--info" role="status">
          <p>{drawable.why}</p>
        </div>
      )}
      <ChartControls id={id} spec={spec} table={table} columns={columns} onChange={setOwn} />
    </div>
  );
}

function useSource(datasets: readonly string[], text: string): ChartSource | undefined {
  const [source, setSource] = useState<ChartSource>();
  const key = datasets.join();
  useEffect(() => {
    let ended = false;
    void loadChartSource(datasets, text).then((found) => ended || setSource(found));
    return () => {
      ended = true;
    };
  }, [key, text]);
  return source;
}
