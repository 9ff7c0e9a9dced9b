SELECT nation, COUNT(*), SUM(population_2020) FROM councils WHERE is_current AND council_type <> 'County' AND council_type <> 'Combined authority' GROUP BY nation
