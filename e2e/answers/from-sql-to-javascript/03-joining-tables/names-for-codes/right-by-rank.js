emissions
  .filter(d => d.year === 2020)
  .filter(d => d.sector === 'Domestic')
  .join_left(councils, ['council_code', 'code'])
  .filter(d => d.is_lower_or_unitary === true)
  .orderby(aq.desc('co2_kt'))
  .derive({ r: op.row_number() })
  .filter(d => d.r <= 5)
  .select('code', 'name', 'co2_kt')
