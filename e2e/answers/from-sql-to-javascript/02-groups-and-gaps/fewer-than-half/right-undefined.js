survey_scores
  .filter(d => !d.is_group)
  .derive({ rate: d => d.response_rate > 100 ? undefined : d.response_rate })
  .filter(d => d.rate < 50)
  .groupby('organisation')
  .rollup({ years: op.count() })
  .orderby(aq.desc('years'))
