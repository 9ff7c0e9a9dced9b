WITH months AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments GROUP BY month)
SELECT month, total, LAG(total) OVER (ORDER BY month) - total AS change FROM months QUALIFY month >= '2022-01-01' ORDER BY month
