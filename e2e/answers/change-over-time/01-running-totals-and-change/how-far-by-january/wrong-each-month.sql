WITH months AS (
  SELECT year(paid - INTERVAL 3 MONTH) AS y, CAST(date_trunc('month', paid) AS DATE) AS m, SUM(amount) AS t
  FROM payments WHERE paid >= '2020-04-01' AND paid < '2022-04-01' GROUP BY ALL
)
SELECT y, m, ROUND(100 * t / SUM(t) OVER (PARTITION BY y), 1) FROM months ORDER BY m
