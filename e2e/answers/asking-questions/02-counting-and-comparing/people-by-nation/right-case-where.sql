SELECT nation, COUNT(*), SUM(population_2020) FROM councils WHERE CASE WHEN is_current THEN is_lower_or_unitary ELSE FALSE END GROUP BY nation
