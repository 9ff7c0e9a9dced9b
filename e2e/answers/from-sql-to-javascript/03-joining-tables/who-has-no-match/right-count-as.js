councils
  .antijoin(emissions, ['code', 'council_code'])
  .groupby('council_type')
  .count({ as: 'n' })
  .orderby(aq.desc('n'), 'council_type')
  .select('council_type', 'n')
