SELECT nation, COUNT(*), SUM(population_2020) FROM councils WHERE is_current = true AND is_lower_or_unitary = true GROUP BY nation ORDER BY nation
