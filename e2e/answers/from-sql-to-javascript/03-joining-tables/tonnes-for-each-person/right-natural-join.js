emissions
  .filter(d => d.sector === 'Domestic' && d.year === 2020)
  .join(emission_areas)
  .join(councils.filter(d => d.is_lower_or_unitary && d.nation === 'England'), ['council_code', 'code'])
  .derive({ t: d => d.co2_kt / d.population * 1000 })
  .orderby(aq.desc('t'))
  .slice(0, 5)
  .select('code', 'name', 't')
