councils.filter(d => d.is_current)
  .antijoin(emissions, ['code', 'council_code'])
  .groupby('council_type').rollup({ n: op.count() })
  .orderby(aq.desc('n'), 'council_type')
