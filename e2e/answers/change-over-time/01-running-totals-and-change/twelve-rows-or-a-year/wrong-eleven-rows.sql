WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments WHERE body = 'Crown Commercial Service' GROUP BY month)
SELECT month, total, LAG(total, 11) OVER (ORDER BY month) AS yb FROM m QUALIFY yb IS NOT NULL ORDER BY month
