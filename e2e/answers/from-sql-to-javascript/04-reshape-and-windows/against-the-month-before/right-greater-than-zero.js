ae_monthly
  .groupby('month')
  .rollup({ waits: op.sum('waits_over_12_hours') })
  .orderby('month')
  .derive({ change: d => op.lag(d.waits) >= 0 ? d.waits - op.lag(d.waits) : undefined })
