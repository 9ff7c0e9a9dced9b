population.filter(d => d.year === 2011)
  .join(population.filter(d => d.year === 2023), 'area_code')
  .filter(d => d.people_2 !== null && d.people_2 < d.people_1)
  .select('area_code', 'people_1', 'people_2')
