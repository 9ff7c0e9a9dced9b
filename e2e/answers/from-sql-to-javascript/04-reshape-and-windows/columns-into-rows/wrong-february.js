ae_monthly.filter(d => d.month === '2026-02-01')
  .fold(aq.startswith('attendances_type'), { as: ['type', 'n'] })
  .groupby('type').rollup({ attendances: op.sum('n') })
