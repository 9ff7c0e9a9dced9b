WITH months AS (
  SELECT CASE WHEN paid < '2021-04-01' THEN 2020 ELSE 2021 END AS y, date_trunc('month', paid) AS m, SUM(amount) AS t
  FROM payments WHERE paid >= '2020-04-01' AND paid < '2022-04-01' GROUP BY ALL
)
SELECT y, m, ROUND(100 * SUM(t) OVER (PARTITION BY y ORDER BY m) / SUM(t) OVER (PARTITION BY y), 1) FROM months ORDER BY m
