const march = ae_monthly.filter(d => op.month(d.month) === 2 && op.year(d.month) === 2026);
march.fold(aq.matches(/^attendances_type/), { as: ['type', 'n'] })
  .groupby('type').rollup({ attendances: op.sum('n') }).orderby(aq.desc('attendances'))
