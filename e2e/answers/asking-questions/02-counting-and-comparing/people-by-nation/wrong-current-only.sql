SELECT nation, COUNT(*), SUM(population_2020) FROM councils WHERE is_current GROUP BY nation
