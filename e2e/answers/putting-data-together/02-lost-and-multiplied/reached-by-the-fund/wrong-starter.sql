SELECT c.region, COUNT(*), SUM(c.population_2020), SUM(c.area_km2)
FROM councils AS c
JOIN deprivation_areas AS a ON a.council_code = c.code
WHERE c.nation = 'England'
  AND a.national_decile = 1
GROUP BY c.region
