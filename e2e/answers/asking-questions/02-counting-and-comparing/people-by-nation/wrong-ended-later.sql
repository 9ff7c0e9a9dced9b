SELECT nation, COUNT(*), SUM(population_2020) FROM councils WHERE (ended IS NULL OR ended > '2023-12-31') AND is_lower_or_unitary GROUP BY nation
