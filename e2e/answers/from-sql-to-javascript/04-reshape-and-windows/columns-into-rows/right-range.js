ae_monthly
  .filter(d => d.month == '2026-03-01')
  .fold(aq.range('attendances_type_1', 'attendances_type_3'))
  .groupby('key')
  .rollup({ n: op.sum('value') })
