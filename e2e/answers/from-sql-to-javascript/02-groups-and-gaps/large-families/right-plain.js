survey_scores
  .filter(d => d.year === 2024 && !d.is_group)
  .groupby('department_group')
  .rollup({ organisations: op.count(), median: op.median('engagement') })
  .filter(d => d.organisations >= 5)
  .orderby(aq.desc('median'))
