ae_monthly
  .groupby('region', 'month')
  .rollup({ waits: op.sum('waits_over_12_hours') })
  .orderby('region', 'month').groupby('region')
  .derive({ total: d => d.waits + op.lag(d.waits, 1, 0) })
  .ungroup()
