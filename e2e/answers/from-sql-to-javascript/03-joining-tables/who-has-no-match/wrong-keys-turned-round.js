emissions.antijoin(councils, ['council_code', 'code'])
  .groupby('sector').rollup({ n: op.count() })
  .orderby(aq.desc('n'), 'sector')
