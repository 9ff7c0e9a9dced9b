SELECT nation, SUM(n), SUM(people) FROM (SELECT nation, region, COUNT(*) AS n, SUM(population_2020) AS people FROM councils WHERE is_current AND is_lower_or_unitary GROUP BY ALL) GROUP BY nation
