WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments WHERE body = 'Crown Commercial Service' GROUP BY month)
SELECT b.month, a.total, b.total FROM m a JOIN m b ON b.month = a.month - INTERVAL 1 YEAR ORDER BY b.month
