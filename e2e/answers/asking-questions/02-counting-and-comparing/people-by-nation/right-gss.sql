SELECT nation, COUNT(gss_code), SUM(population_2020) FROM councils WHERE is_current AND is_lower_or_unitary GROUP BY nation
