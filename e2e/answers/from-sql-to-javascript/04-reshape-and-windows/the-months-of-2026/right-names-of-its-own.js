const y = ae_monthly.filter(d => d.month > '2025-12-31').derive({ number: d => 1 + op.month(d.month) });
y.groupby('number')
  .rollup({ attendances: d => op.sum(d.attendances), ok: d => op.sum(d.within_4_hours) })
  .orderby('number')
  .derive({ percent: d => op.round(d.ok / d.attendances * 1000) / 10 })
  .select('number', 'attendances', 'percent')
