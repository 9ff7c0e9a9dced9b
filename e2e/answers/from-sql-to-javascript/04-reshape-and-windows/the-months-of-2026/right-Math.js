ae_monthly
  .filter(d => d.month >= '2026')
  .groupby('month')
  .rollup({ attendances: op.sum('attendances'), within: op.sum('within_4_hours') })
  .orderby('month')
  .derive({ number: d => op.month(d.month) + 1, percent: d => Math.round(1000 * d.within / d.attendances) / 10 })
  .select('number', 'attendances', 'percent')
