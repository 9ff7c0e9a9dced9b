SELECT nation, COUNT(*), SUM(population_2020) FROM councils WHERE ended IS NULL AND is_lower_or_unitary GROUP BY nation
