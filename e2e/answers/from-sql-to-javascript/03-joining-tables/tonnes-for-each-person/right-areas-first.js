emission_areas
  .filter(a => a.year === 2020)
  .join(emissions.filter(e => e.sector === 'Domestic'), [['council_code', 'year'], ['council_code', 'year']])
  .join(councils, ['council_code', 'code'])
  .filter(d => d.nation === 'England' && d.is_lower_or_unitary)
  .derive({ tonnes: d => (d.co2_kt * 1000) / d.population })
  .orderby(d => -d.tonnes)
  .select('code', 'name', 'tonnes')
  .slice(0, 5)
