ae_monthly
  .filter(d => d.month === '2026-03-01')
  .rollup({
    attendances_type_1: op.sum('attendances_type_1'),
    attendances_type_2: op.sum('attendances_type_2'),
    attendances_type_3: op.sum('attendances_type_3')
  })
  .fold(['attendances_type_1', 'attendances_type_2', 'attendances_type_3'], { as: ['type', 'attendances'] })
