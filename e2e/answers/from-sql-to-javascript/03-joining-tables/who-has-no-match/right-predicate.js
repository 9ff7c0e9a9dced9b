const areas = emissions.select('council_code').dedupe();
councils.antijoin(areas, (a, b) => a.code === b.council_code)
  .groupby('council_type').rollup({ n: d => op.count() })
  .orderby(aq.desc('n'), 'council_type')
