WITH months AS (
  SELECT year(paid - INTERVAL 3 MONTH) AS y, CAST(date_trunc('month', paid) AS DATE) AS m, SUM(amount) AS t
  FROM payments WHERE paid BETWEEN '2020-04-01' AND '2022-03-31' GROUP BY y, m
), r AS (SELECT y, m, SUM(t) OVER (PARTITION BY y ORDER BY m) AS so_far, SUM(t) OVER (PARTITION BY y) AS whole FROM months)
SELECT y, m, ROUND(so_far / whole * 100, 1) FROM r ORDER BY m
