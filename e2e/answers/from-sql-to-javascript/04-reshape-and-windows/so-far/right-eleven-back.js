ae_monthly
  .groupby('region', 'month')
  .rollup({ waits: op.sum('waits_over_12_hours') })
  .groupby('region')
  .orderby('month')
  .derive({ total: aq.rolling(op.sum('waits')) })
  .ungroup()
  .orderby('region', 'month')
