ae_monthly
  .groupby('month')
  .rollup({ waits: op.sum('waits_over_12_hours') })
  .orderby('month')
  .derive({ m: aq.rolling(op.mean('waits'), [-2, 0]) })
  .derive({ smooth: d => Math.round(d.m) })
  .select(aq.not('m'))
