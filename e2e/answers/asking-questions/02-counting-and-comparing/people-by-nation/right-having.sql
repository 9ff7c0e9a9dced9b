SELECT nation, COUNT(*) FILTER (WHERE is_current AND is_lower_or_unitary) AS n, SUM(population_2020) FILTER (WHERE is_current AND is_lower_or_unitary) FROM councils GROUP BY nation HAVING n > 0
