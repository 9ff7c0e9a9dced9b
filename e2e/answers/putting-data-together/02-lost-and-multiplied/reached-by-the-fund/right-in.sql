SELECT region, COUNT(*), SUM(population_2020), SUM(area_km2) FROM councils WHERE nation = 'England' AND code IN (SELECT council_code FROM deprivation_areas WHERE national_decile = 1) GROUP BY region
