SELECT nation, COUNT(*), SUM(population_2020) FROM councils WHERE is_current OR is_lower_or_unitary GROUP BY nation
