survey_scores
  .filter(d => !d.is_group)
  .groupby('year')
  .rollup({ mean: op.mean('engagement') })
  .derive({ mean: d => op.round(d.mean * 10) / 10 })
  .orderby('year')
