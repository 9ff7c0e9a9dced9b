survey_scores
  .filter(d => !d.is_group)
  .derive({ rate: d => d.response_rate > 100 ? null : d.response_rate })
  .filter(d => d.rate != null && !(d.rate >= 50))
  .groupby('organisation')
  .rollup({ years: op.valid('rate') })
  .orderby(aq.desc('years'), 'organisation')
