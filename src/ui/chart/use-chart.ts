import { useEffect, useMemo, useState } from 'react';
import { toChartColumns, type ColumnNote } from '#src/charts/chart-columns.ts';
import { findColumn } from '#src/charts/chart-columns.ts';
import type { ChartSpec } from '#src/charts/chart-spec.ts';
import { describeChart } from '#src/charts/describe-chart.ts';
import { parseHexCsv, type HexLayout, type HexLayoutName } from '#src/charts/hexmaps/hex-layout.ts';
import { toChartData } from '#src/charts/to-chart-data.ts';
import type { ResultTable } from '#src/results/result-table.ts';

const layoutFiles: Readonly<Record<HexLayoutName, () => Promise<{ readonly default: string }>>> = {
  districts: () => import('#src/charts/hexmaps/districts.csv?raw'),
  constituencies: () => import('#src/charts/hexmaps/constituencies.csv?raw'),
};

/** A table's columns as charts see them. */
export function useChartColumns(table: ResultTable, notes: ReadonlyMap<string, ColumnNote>) {
  return useMemo(() => toChartColumns(table, notes), [table, notes]);
}

/** What a chart draws and says, worked out again when it changes. The map comes when one is drawn. */
export function useChartData(
  spec: ChartSpec | undefined,
  table: ResultTable,
  columns: ReturnType<typeof toChartColumns>,
) {
  const wanted = spec?.mark === 'hexmap' ? findColumn(columns, spec.x)?.layout : undefined;
  const layout = useLayout(wanted);
  return useMemo(() => {
    if (spec === undefined) return undefined;
    if (wanted !== undefined && layout === undefined) return 'waiting' as const;
    const drawable = toChartData(spec, table, columns, layout === 'failed' ? undefined : layout);
    if (layout === 'failed' && wanted !== undefined)
      return {
        ok: false as const,
        why: 'The map could not be downloaded. Check your connection, then choose it again.',
      };
    if (!drawable.ok) return drawable;
    return { ...drawable, words: describeChart(spec, drawable.data) };
  }, [spec, table, columns, layout, wanted]);
}

function useLayout(name: HexLayoutName | undefined): HexLayout | 'failed' | undefined {
  const [found, setFound] = useState<{
    readonly name: HexLayoutName;
    readonly layout: HexLayout | 'failed';
  }>();
  useEffect(() => {
    if (name === undefined) return;
    let ended = false;
    layoutFiles[name]().then(
      (file) => ended || setFound({ name, layout: parseHexCsv(file.default) }),
      (cause: unknown) => {
        console.error(cause);
        if (!ended) setFound({ name, layout: 'failed' });
      },
    );
    return () => {
      ended = true;
    };
  }, [name]);
  return found?.name === name ? found?.layout : undefined;
}
