survey_scores
  .filter(d => !d.is_group)
  .derive({ rate: d => d.response_rate > 100 ? null : d.response_rate })
  .groupby('year')
  .rollup({ organisations: op.count(), known: op.valid('rate'), mean: op.mean('rate') })
  .orderby('year')
