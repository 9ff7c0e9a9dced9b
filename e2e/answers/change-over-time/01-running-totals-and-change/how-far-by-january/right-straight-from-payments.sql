WITH f AS (SELECT *, year(paid - INTERVAL 3 MONTH) AS y, date_trunc('month', paid)::DATE AS m FROM payments WHERE paid >= '2020-04-01' AND paid < '2022-04-01')
SELECT DISTINCT y, m, ROUND(100 * SUM(amount) OVER (PARTITION BY y ORDER BY m) / SUM(amount) OVER (PARTITION BY y), 1) FROM f ORDER BY m
