ae_monthly
  .filter(d => op.year(d.month) == 2026)
  .groupby('month')
  .rollup({ a: op.sum('attendances'), w: op.sum('within_4_hours') })
  .derive({ m: d => op.month(op.parse_date(d.month)) + 1, p: d => op.round(d.w * 1000 / d.a) / 10 })
  .orderby('m')
  .select('m', 'a', 'p')
