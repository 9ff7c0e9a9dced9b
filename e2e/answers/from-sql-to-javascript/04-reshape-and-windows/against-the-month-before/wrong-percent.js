ae_monthly
  .groupby('month')
  .rollup({ waits: op.sum('waits_over_12_hours') })
  .orderby('month')
  .derive({ before: op.lag('waits') })
  .derive({ change: d => d.before === undefined ? null : 100 * (d.waits - d.before) / d.before })
  .select('month', 'waits', 'change')
