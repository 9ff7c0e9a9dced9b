const y11 = population.filter(d => d.year === 2011).select('area_code', 'area', 'people').rename({ people: 'p11' });
const y23 = population.filter(d => d.year === 2023).select('area_code', 'people').rename({ people: 'p23' });
y11.join(y23, 'area_code')
  .filter(d => d.p23 != null && d.p11 != null)
  .filter(d => d.p23 < d.p11)
  .select('area', 'p11', 'p23')
