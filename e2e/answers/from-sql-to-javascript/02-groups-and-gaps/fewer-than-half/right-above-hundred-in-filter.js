survey_scores
  .filter(d => !d.is_group && d.response_rate <= 100 && d.response_rate < 50)
  .groupby('organisation')
  .count({ as: 'years' })
  .orderby(aq.desc('years'))
