survey_scores
  .filter(d => !d.is_group)
  .derive({ response_rate: d => d.response_rate <= 100 ? d.response_rate : null })
  .groupby('year')
  .rollup({ n: op.count(), known: op.valid('response_rate'), mean: op.mean('response_rate') })
  .orderby('year')
