ae_monthly.filter(d => d.month === '2026-03-01')
  .fold(aq.startswith('attendances_type'), { as: ['type', 'n'] })
  .groupby('type').rollup({ attendances: op.mean('n') })
