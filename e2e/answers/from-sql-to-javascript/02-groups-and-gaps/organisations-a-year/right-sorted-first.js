survey_scores
  .orderby('year')
  .filter(d => !d.is_group)
  .groupby('year')
  .rollup({ organisations: op.count() })
  .orderby('year')
