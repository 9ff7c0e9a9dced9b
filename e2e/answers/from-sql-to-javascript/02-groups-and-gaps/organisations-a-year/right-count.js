survey_scores
  .filter(d => !d.is_group)
  .groupby('year')
  .count()
  .orderby('year')
