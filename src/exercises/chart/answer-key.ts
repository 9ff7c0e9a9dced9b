import { toSpecText } from '#src/charts/spec-text.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import { toChartSpec } from '../chart-field.ts';
import type { AnswerKeyBase } from '../exercise-base.ts';
import { pickTold, type Told } from '../told.ts';
import type { BuiltChart } from './outline.ts';
import { chartPlaces, type ChartExercise } from './schema.ts';

/** Charts stand in it as lines of text, as answers do. */
export interface ChartKey extends AnswerKeyBase, Told<ChartExercise, typeof chartPlaces, 'key'> {
  readonly alternatives: readonly string[];
  readonly wrong: readonly { readonly chart: string; readonly feedback: string }[];
  readonly table: ResultTable;
}

export function toChartKey(exercise: ChartExercise, { table }: BuiltChart): ChartKey {
  return {
    ...pickTold(exercise, chartPlaces, 'key'),
    solution: toSpecText(toChartSpec(exercise.solution)),
    alternatives: exercise.alternatives.map((chart) => toSpecText(toChartSpec(chart))),
    wrong: exercise.wrong.map(({ chart, feedback }) => ({ chart: toSpecText(toChartSpec(chart)), feedback })),
    table,
  };
}
