WITH m AS (SELECT year(paid) AS y, month(paid) AS n, SUM(amount) AS total FROM payments WHERE body = 'Crown Commercial Service' GROUP BY y, n)
SELECT make_date(a.y, a.n, 1) AS month, a.total, b.total FROM m a JOIN m b ON a.y = b.y + 1 AND a.n = b.n ORDER BY month
