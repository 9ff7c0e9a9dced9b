SELECT nation, COUNT(*)::DOUBLE, SUM(population_2020::DOUBLE) FROM councils WHERE is_current AND is_lower_or_unitary GROUP BY nation
