ae_monthly
  .groupby('region', 'month')
  .rollup({ waits: op.sum('waits_over_12_hours') })
  .orderby('region', 'month')
  .groupby('region')
  .derive({ total: aq.rolling(d => op.sum(d.waits), [-Infinity, 0]) })
  .select('region', 'month', 'waits', 'total')
  .ungroup()
