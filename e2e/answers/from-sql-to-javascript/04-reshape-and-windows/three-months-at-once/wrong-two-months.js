ae_monthly
  .groupby('month')
  .rollup({ waits: op.sum('waits_over_12_hours') })
  .orderby('month')
  .derive({ m: aq.rolling(d => op.mean(d.waits), [-1, 0]) })
  .derive({ smooth: d => op.round(d.m) })
  .select('month', 'waits', 'smooth')
