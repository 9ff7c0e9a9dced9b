ae_monthly.filter(d => d.month === '2026-03-01')
  .rollup({ major: op.sum('attendances_type_1'), single: op.sum('attendances_type_2'), minor: op.sum('attendances_type_3') })
  .fold(aq.all(), { as: ['type', 'attendances'] })
