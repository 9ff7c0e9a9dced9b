with chosen as (
  select distinct c.code, c.region, c.population_2020, c.area_km2
  from councils c, deprivation_areas a
  where a.council_code = c.code and a.national_decile = 1 and c.nation = 'England'
)
select region, count(*), sum(population_2020), sum(area_km2) from chosen group by region
