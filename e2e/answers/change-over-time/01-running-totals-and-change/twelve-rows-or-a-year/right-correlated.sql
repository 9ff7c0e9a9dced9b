WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments WHERE body = 'Crown Commercial Service' GROUP BY month)
SELECT month, total, (SELECT e.total FROM m e WHERE e.month = o.month - INTERVAL 1 YEAR) AS year_before FROM m o
WHERE EXISTS (SELECT 1 FROM m e WHERE e.month = o.month - INTERVAL 1 YEAR) ORDER BY month
