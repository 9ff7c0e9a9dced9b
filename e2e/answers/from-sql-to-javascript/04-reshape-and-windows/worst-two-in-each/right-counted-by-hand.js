const jan = ae_monthly.filter(d => d.month === '2026-01-01').select('region', 'provider_code', 'provider', 'waits_over_12_hours');
jan.join_left(jan, (a, b) => a.region === b.region && b.waits_over_12_hours > a.waits_over_12_hours)
  .groupby('region_1', 'provider_code_1', 'provider_1', 'waits_over_12_hours_1')
  .rollup({ above: op.valid('provider_code_2') })
  .derive({ place: d => d.above + 1 })
  .filter(d => d.place <= 2)
  .select('region_1', 'place', 'provider_1', 'waits_over_12_hours_1')
  .orderby('region_1', 'place', 'provider_1')
