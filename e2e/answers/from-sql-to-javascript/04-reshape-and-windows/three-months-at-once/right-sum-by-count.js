ae_monthly
  .groupby('month')
  .rollup({ waits: op.sum('waits_over_12_hours') })
  .orderby('month')
  .derive({ s: aq.rolling(d => op.sum(d.waits), [-2, 0]), n: aq.rolling(d => op.count(), [-2, 0]) })
  .derive({ smooth: d => op.round(d.s / d.n) })
  .select('month', 'waits', 'smooth')
