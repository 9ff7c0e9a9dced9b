SELECT year(paid - INTERVAL 3 MONTH) AS y, date_trunc('month', paid)::DATE AS m,
ROUND(100 * SUM(SUM(amount)) OVER (PARTITION BY year(paid - INTERVAL 3 MONTH) ORDER BY date_trunc('month', paid)::DATE)
/ SUM(SUM(amount)) OVER (PARTITION BY year(paid - INTERVAL 3 MONTH)), 1)
FROM payments WHERE paid >= '2020-04-01' AND paid < '2022-04-01' GROUP BY y, m ORDER BY m
