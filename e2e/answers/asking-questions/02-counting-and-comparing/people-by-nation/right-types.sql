SELECT nation, COUNT(*), SUM(population_2020) FROM councils WHERE is_current AND council_type NOT IN ('County', 'Combined authority', 'Strategic Regional Authority') GROUP BY nation
