WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments GROUP BY month)
SELECT month, total, SUM(total) OVER (ORDER BY month) FROM m QUALIFY month >= '2021-04-01' AND month < '2022-04-01' ORDER BY month
