const high = emissions
  .filter(d => d.year === 2020 && d.sector === 'Domestic' && d.co2_kt > 500);

councils
  .filter(d => d.is_current && d.is_lower_or_unitary)
  .join(high, ['code', 'council_code'])
  .groupby('region')
  .rollup({ councils: op.count() })
