ae_monthly
  .groupby('month')
  .rollup({ waits: op.sum('waits_over_12_hours') })
  .orderby('month')
  .derive({ change: d => d.waits - op.lag(d.waits) })
  .slice(1)
