SELECT nation, COUNT(*), SUM(population_2020) FROM councils WHERE NOT (NOT is_current OR NOT is_lower_or_unitary) GROUP BY nation
