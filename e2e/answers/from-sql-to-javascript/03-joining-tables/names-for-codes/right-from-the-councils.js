// councils first, then what their homes gave off
const homes = emissions.filter(r => r.year === 2020 && r.sector === 'Domestic')
councils.filter(c => c.is_lower_or_unitary)
  .join(homes, [['code'], ['council_code']])
  .orderby(aq.desc('co2_kt'))
  .select(['code', 'name', 'co2_kt'])
  .slice(0, 5)
