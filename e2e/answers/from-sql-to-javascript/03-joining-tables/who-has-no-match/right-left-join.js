const known = emissions.groupby('council_code').rollup({ rows: op.count() })
councils
  .join_left(known, ['code', 'council_code'])
  .filter(d => d.rows == null)
  .groupby('council_type')
  .rollup({ n: op.count() })
  .orderby(aq.desc('n'), 'council_type')
