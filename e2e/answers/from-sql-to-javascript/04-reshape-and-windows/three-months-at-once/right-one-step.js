ae_monthly
  .groupby('month')
  .rollup({ waits: op.sum('waits_over_12_hours') })
  .orderby('month')
  .derive({ smooth: aq.rolling(d => op.round(op.mean(d.waits)), [-2, 0]) })
  .select('month', 'waits', 'smooth')
