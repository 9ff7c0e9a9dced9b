ae_monthly.filter(d => d.month >= '2026-01-01').groupby('month')
  .rollup({ attendances: op.sum('attendances'), w: op.sum('within_4_hours') }).orderby(aq.desc('month'))
  .derive({ number: d => op.month(d.month) + 1, percent: d => op.round(1000 * d.w / d.attendances) / 10 })
  .select('number', 'attendances', 'percent')
