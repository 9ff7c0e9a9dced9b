ae_monthly.filter(d => d.month >= '2026-01-01').groupby('month')
  .rollup({ attendances: op.sum('attendances'), over: op.sum('over_4_hours') }).orderby('month')
  .derive({ number: d => op.month(d.month) + 1, percent: d => op.round(1000 * d.over / d.attendances) / 10 })
  .select('number', 'attendances', 'percent')
