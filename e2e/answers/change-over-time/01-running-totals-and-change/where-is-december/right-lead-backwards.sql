WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments GROUP BY month)
SELECT month, total, total - LEAD(total) OVER (ORDER BY month DESC) FROM m QUALIFY month >= '2022-01-01' ORDER BY month
