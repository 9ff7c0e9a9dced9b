SELECT nation, COUNT(CASE WHEN is_current AND is_lower_or_unitary THEN population_2020 END), SUM(CASE WHEN is_current AND is_lower_or_unitary THEN population_2020 END) FROM councils GROUP BY nation
