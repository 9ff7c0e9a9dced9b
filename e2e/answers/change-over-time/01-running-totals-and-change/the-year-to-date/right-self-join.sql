WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments
WHERE paid >= '2021-04-01' AND paid < '2022-04-01' GROUP BY month)
SELECT a.month, a.total, SUM(b.total) AS so_far FROM m a JOIN m b ON b.month <= a.month GROUP BY a.month, a.total ORDER BY a.month
