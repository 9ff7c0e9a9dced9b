WITH m AS (SELECT date_trunc('month', paid) AS month, SUM(amount) AS total FROM payments WHERE body = 'Crown Commercial Service' GROUP BY 1)
SELECT a.month, a.total, b.total AS year_before FROM m a JOIN m b ON b.month + INTERVAL 1 YEAR = a.month ORDER BY a.month
