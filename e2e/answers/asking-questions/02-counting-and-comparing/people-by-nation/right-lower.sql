select nation, count(*), sum(population_2020) from councils where is_current and is_lower_or_unitary group by nation;
