const pop2020 = emission_areas.filter(d => d.year === 2020);
emissions
  .filter(d => d.year === 2020 && d.sector === 'Domestic')
  .lookup(pop2020, 'council_code', 'population')
  .join(councils, ['council_code', 'code'])
  .filter(d => d.is_lower_or_unitary)
  .filter(d => d.nation == 'England')
  .derive({ per_head: d => 1000 * d.co2_kt / d.population })
  .select('code', 'name', 'per_head')
  .orderby(aq.desc('per_head'))
  .slice(0, 5)
