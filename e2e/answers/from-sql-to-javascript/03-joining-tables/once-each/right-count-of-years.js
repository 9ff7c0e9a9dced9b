const years = emissions
  .filter(d => d.sector === 'Domestic' && d.co2_kt > 1250)
  .groupby('council_code')
  .rollup({ years: op.count() });
councils
  .filter(d => d.is_lower_or_unitary)
  .lookup(years, ['code', 'council_code'], 'years')
  .filter(d => d.years > 0)
  .select('code', 'name', 'region')
