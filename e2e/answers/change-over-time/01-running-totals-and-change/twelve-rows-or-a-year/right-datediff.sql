WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments WHERE body = 'Crown Commercial Service' GROUP BY month)
SELECT a.month, a.total, b.total FROM m a JOIN m b ON date_diff('month', b.month, a.month) = 12 ORDER BY a.month
