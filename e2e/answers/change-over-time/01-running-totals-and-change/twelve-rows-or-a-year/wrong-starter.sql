WITH months AS (
  SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments WHERE body = 'Crown Commercial Service' GROUP BY month
)
SELECT month, total, LAG(total, 12) OVER (ORDER BY month) AS year_before FROM months QUALIFY year_before IS NOT NULL ORDER BY month
