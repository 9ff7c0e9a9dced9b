/**
 * The six dimensions of data quality and what each asks of the figures.
 *
 * Source: The Government Data Quality Framework (UK Government Data Quality Hub, 2020).
 */
export const dimensionQuestions = {
  Completeness: 'Is every value there?',
  Uniqueness: 'Is anything counted twice?',
  Consistency: 'Do the values agree with one another?',
  Timeliness: 'Did the figures come out in time?',
  Validity: 'Does every value have the type and the range that it should?',
  Accuracy: 'Are the values true?',
} as const;

export type DimensionName = keyof typeof dimensionQuestions;
