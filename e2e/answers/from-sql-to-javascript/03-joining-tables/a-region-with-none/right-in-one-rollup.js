const high = emissions
  .filter(d => d.year === 2020 && d.sector === 'Domestic' && d.co2_kt > 500);

councils.filter(d => d.is_lower_or_unitary).filter(d => d.is_current)
  .join_left(high, ['code', 'council_code'])
  .groupby('region')
  .rollup({ n: d => op.count(), many: d => op.valid(d.sector) })
  .select('region', 'n', 'many')
