SELECT nation, COUNT(*), SUM(population_2020) FROM councils WHERE is_current AND is_lower_or_unitary AND population_2020 > 0 GROUP BY nation
