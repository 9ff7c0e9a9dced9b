WITH months AS (
  SELECT year(paid - INTERVAL 3 MONTH) AS y, CAST(date_trunc('month', paid) AS DATE) AS m, SUM(amount) AS t
  FROM payments WHERE year(paid - INTERVAL 3 MONTH) BETWEEN 2020 AND 2021 GROUP BY ALL
)
SELECT y, m, ROUND(100 * (SELECT SUM(t) FROM months e WHERE e.y = o.y AND e.m <= o.m) / (SELECT SUM(t) FROM months e WHERE e.y = o.y), 1) AS p FROM months o ORDER BY m
