import type { ResultTable } from '#src/results/result-table.ts';
import { changeMark } from './change-mark.ts';
import { toChartColumns } from './chart-columns.ts';
import { chartAggregates, chartMarks, sortOrders, type ChartSpec } from './chart-spec.ts';

/** A chart with one slip. */
export interface SpecMutant {
  readonly id: string;
  /** What was changed. */
  readonly slip: 'mark' | 'axes' | 'column' | 'aggregate' | 'order' | 'group' | 'fault';
  readonly spec: ChartSpec;
}

/**
 * Every chart that is one slip away: another mark, axes swapped, another column, another thing drawn of rows that share a
 * place, another order, a colour or small multiples left out, and what was wrong at the start.
 */
export function toSpecMutants(
  spec: ChartSpec,
  table: ResultTable,
  starter?: ChartSpec,
): readonly SpecMutant[] {
  const columns = toChartColumns(table);
  const names = columns.map(({ name }) => name);
  const { x, y, ...rest } = spec;
  const mutants: SpecMutant[] = [
    ...chartMarks
      .filter((mark) => mark !== spec.mark)
      .map((mark) => ({
        id: `mark ${mark}`,
        slip: 'mark' as const,
        spec: changeMark(spec, mark, table, columns),
      })),
    {
      id: 'axes swapped',
      slip: 'axes',
      spec: { ...rest, ...(y !== undefined && { x: y }), ...(x !== undefined && { y: x }) },
    },
    ...(['x', 'y', 'colour', 'facet'] as const).flatMap((channel) =>
      spec[channel] === undefined
        ? []
        : names
            .filter((name) => name !== spec[channel])
            .map((name) => ({
              id: `${channel} ${name}`,
              slip: 'column' as const,
              spec: { ...spec, [channel]: name },
            })),
    ),
    ...chartAggregates
      .filter((aggregate) => aggregate !== spec.aggregate)
      .map((aggregate) => ({
        id: `draw ${aggregate}`,
        slip: 'aggregate' as const,
        spec: { ...spec, aggregate },
      })),
    ...sortOrders
      .filter((sort) => sort !== spec.sort)
      .map((sort) => ({ id: `order ${sort}`, slip: 'order' as const, spec: { ...spec, sort } })),
    ...(['colour', 'facet'] as const).flatMap((channel) => {
      const { [channel]: dropped, ...without } = spec;
      return dropped === undefined ? [] : [{ id: `no ${channel}`, slip: 'group' as const, spec: without }];
    }),
  ];
  const faults = Object.entries(starter?.faults ?? {});
  return [
    ...mutants,
    ...faults.map(([name, value]) => ({
      id: `fault ${name}`,
      slip: 'fault' as const,
      spec: { ...spec, faults: { [name]: value } },
    })),
  ];
}
