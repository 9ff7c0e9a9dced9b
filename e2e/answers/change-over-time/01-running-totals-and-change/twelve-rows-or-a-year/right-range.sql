WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments WHERE body = 'Crown Commercial Service' GROUP BY month)
SELECT month, total, MAX(total) OVER (ORDER BY month RANGE BETWEEN INTERVAL 12 MONTH PRECEDING AND INTERVAL 12 MONTH PRECEDING) AS yb FROM m QUALIFY yb IS NOT NULL ORDER BY month
