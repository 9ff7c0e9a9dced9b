WITH months AS (
  SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments WHERE paid >= '2022-01-01' GROUP BY month
)
SELECT month, total, total - LAG(total) OVER (ORDER BY month) AS change FROM months ORDER BY month
