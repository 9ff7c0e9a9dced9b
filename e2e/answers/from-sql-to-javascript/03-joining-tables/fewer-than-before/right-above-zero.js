population.filter(d => d.year === 2011)
  .join(population.filter(d => d.year === 2023), 'area_code')
  .filter(d => d.people_2 > 0 && d.people_1 > d.people_2)
  .select('area_1', 'people_1', 'people_2')
