SELECT nation, COUNT(code) AS councils, SUM(population_2020) AS people FROM councils WHERE is_current IS TRUE AND is_lower_or_unitary IS TRUE GROUP BY 1
