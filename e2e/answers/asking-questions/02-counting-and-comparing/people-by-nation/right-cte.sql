WITH lowest AS (SELECT * FROM councils WHERE is_current AND is_lower_or_unitary) SELECT nation, COUNT(*), SUM(population_2020) FROM lowest GROUP BY ALL
