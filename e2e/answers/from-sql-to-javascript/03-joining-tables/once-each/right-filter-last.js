const high = emissions.filter(d => d.sector === 'Domestic' && d.co2_kt > 1250)
councils
  .semijoin(high, ['code', 'council_code'])
  .filter(d => d.is_lower_or_unitary)
  .select('code', 'name', 'region')
  .orderby('name')
