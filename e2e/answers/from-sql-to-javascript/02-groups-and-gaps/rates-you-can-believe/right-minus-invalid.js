survey_scores
  .filter(d => !d.is_group)
  .derive({ rate: d => d.response_rate > 100 ? null : d.response_rate })
  .groupby('year')
  .rollup({ n: op.count(), known: d => op.count() - op.invalid(d.rate), mean: op.mean('rate') })
  .orderby('year')
