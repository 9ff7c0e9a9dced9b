WITH months AS (
  SELECT year(paid - INTERVAL 3 MONTH) AS y, CAST(date_trunc('month', paid) AS DATE) AS m, SUM(amount) AS t
  FROM payments WHERE paid >= '2020-04-01' AND paid < '2022-04-01' GROUP BY ALL
), years AS (SELECT y, SUM(t) AS whole FROM months GROUP BY y)
SELECT months.y, m, ROUND(100 * SUM(t) OVER (PARTITION BY months.y ORDER BY m) / whole, 1) FROM months JOIN years ON years.y = months.y ORDER BY m
