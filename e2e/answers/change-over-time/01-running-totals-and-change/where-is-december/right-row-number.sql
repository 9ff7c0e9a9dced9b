WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total, ROW_NUMBER() OVER (ORDER BY date_trunc('month', paid)) AS n
FROM payments GROUP BY date_trunc('month', paid))
SELECT a.month, a.total, a.total - b.total FROM m a LEFT JOIN m b ON b.n = a.n - 1 WHERE a.month >= '2022-01-01' ORDER BY a.month
