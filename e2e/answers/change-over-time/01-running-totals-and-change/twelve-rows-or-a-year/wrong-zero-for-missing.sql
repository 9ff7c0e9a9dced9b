WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments WHERE body = 'Crown Commercial Service' GROUP BY month)
SELECT a.month, a.total, COALESCE(b.total, 0) FROM m a LEFT JOIN m b ON b.month = a.month - INTERVAL 1 YEAR ORDER BY a.month
