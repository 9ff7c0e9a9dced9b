SELECT nation, COUNT(*), SUM(population_2020) FROM councils WHERE replaced_by IS NULL AND is_lower_or_unitary GROUP BY nation
