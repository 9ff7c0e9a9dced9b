import type { OrderExercise } from './schema.ts';

/** The rules by which an order is judged, in sentences for the learner. */
export function toOrderChecks({
  sql,
  distractors,
  alternatives,
}: Pick<OrderExercise, 'sql' | 'distractors' | 'alternatives'>): string[] {
  return [
    sql
      ? 'Your lines must make a query that gives the right result. Every order that does is right.'
      : alternatives.length > 0
        ? 'More than one order may be right.'
        : 'One order is right.',
    distractors.length === 0
      ? 'Every line belongs.'
      : `${distractors.length === 1 ? 'One line does' : `${distractors.length} lines do`} not belong: leave ${distractors.length === 1 ? 'it' : 'them'} out.`,
  ];
}
