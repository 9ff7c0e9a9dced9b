WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments WHERE body = 'Crown Commercial Service' GROUP BY month)
SELECT a.month, a.total, b.total FROM m a, m b WHERE a.month = b.month + INTERVAL 12 MONTH ORDER BY a.month
