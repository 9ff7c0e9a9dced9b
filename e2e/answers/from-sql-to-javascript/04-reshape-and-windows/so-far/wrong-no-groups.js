ae_monthly
  .groupby('region', 'month')
  .rollup({ waits: op.sum('waits_over_12_hours') })
  .ungroup()
  .orderby('month')
  .derive({ total: aq.rolling(d => op.sum(d.waits)) })
  .orderby('region', 'month')
