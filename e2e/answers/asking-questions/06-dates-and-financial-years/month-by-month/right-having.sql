SELECT month(paid) AS m, COUNT(*) AS n, SUM(amount) AS t FROM payments GROUP BY year(paid), month(paid) HAVING year(paid) = 2021 ORDER BY m
