import { toSpecText } from '#src/charts/spec-text.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import { toChartSpec } from '../chart-field.ts';
import type { OutlineBase } from '../exercise-base.ts';
import { pickTold, type Told } from '../told.ts';
import { chartPlaces, type ChartExercise } from './schema.ts';

/** What the build adds: the result that is charted. */
export interface BuiltChart {
  readonly table: ResultTable;
}

/** What was wrong at the start can be set, so that it can be mended. */
export type ChartFaultName = 'cutAxis' | 'second' | 'mixedColours';

export interface ChartOutline extends OutlineBase, Told<ChartExercise, typeof chartPlaces, 'outline'> {
  readonly table: ResultTable;
  readonly offered: readonly ChartFaultName[];
}

export function toChartOutline(exercise: ChartExercise, { table }: BuiltChart): ChartOutline {
  const starter = exercise.starter && toChartSpec(exercise.starter);
  return {
    ...pickTold(exercise, chartPlaces, 'outline'),
    starter: starter ? toSpecText(starter) : '',
    table,
    offered: Object.keys(starter?.faults ?? {}) as ChartFaultName[],
  };
}
