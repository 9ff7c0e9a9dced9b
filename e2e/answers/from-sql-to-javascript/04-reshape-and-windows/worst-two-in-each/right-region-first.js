ae_monthly
  .filter(d => d.month == '2026-01-01')
  .groupby('region')
  .orderby(aq.desc('waits_over_12_hours'))
  .derive({ rank: op.rank() })
  .filter(d => d.rank <= 2)
  .ungroup()
  .select('region', 'rank', 'provider', 'waits_over_12_hours')
  .orderby('region', 'rank', 'provider')
