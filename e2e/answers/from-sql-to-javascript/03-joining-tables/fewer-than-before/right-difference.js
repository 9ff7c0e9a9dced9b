const after = population.filter(d => d.year === 2023 && d.people !== null);
population.filter(d => d.year === 2011)
  .join(after, ['area_code', 'area_code'])
  .derive({ change: d => d.people_2 - d.people_1 })
  .filter(d => d.change < 0)
  .orderby('change')
  .select('area_1', 'people_1', 'people_2')
