SELECT nation, COUNT(*), SUM(population_2020) FROM councils WHERE is_current::INT + is_lower_or_unitary::INT = 2 GROUP BY nation
