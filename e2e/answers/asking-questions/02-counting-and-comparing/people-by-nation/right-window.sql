SELECT DISTINCT nation, COUNT(*) OVER (PARTITION BY nation), SUM(population_2020) OVER (PARTITION BY nation) FROM councils WHERE is_current AND is_lower_or_unitary
