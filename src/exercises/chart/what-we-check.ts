import type { ChartExercise } from './schema.ts';

/** The rules by which a chart is judged, in sentences for the learner. */
export function toChartChecks({ order, starter }: Pick<ChartExercise, 'order' | 'starter'>): string[] {
  const misleads = starter && (starter.cutAxis || starter.second !== undefined || starter.mixedColours);
  return [
    'The kind of chart must fit the question. More than one may.',
    'It must show the right columns, and the right thing of rows that share a place.',
    order === 'required'
      ? 'The groups must stand in the order that the task asks for.'
      : 'The order of the groups does not matter.',
    ...(misleads ? ['Nothing in it may mislead.'] : []),
    'Title and looks are yours. Bars may lie or stand.',
  ];
}
