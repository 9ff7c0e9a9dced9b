WITH months AS (SELECT date_trunc('month', paid) AS month, SUM(amount) AS total FROM payments GROUP BY 1)
SELECT month, total, total - LAG(total, 1) OVER (ORDER BY month) AS change FROM months QUALIFY year(month) = 2022 ORDER BY month
