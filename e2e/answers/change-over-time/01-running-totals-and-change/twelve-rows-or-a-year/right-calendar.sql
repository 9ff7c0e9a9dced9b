WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments WHERE body = 'Crown Commercial Service' GROUP BY month),
c AS (SELECT CAST(d AS DATE) AS month FROM generate_series(DATE '2019-06-01', DATE '2022-07-01', INTERVAL 1 MONTH) AS s(d)),
f AS (SELECT c.month, m.total, LAG(m.total, 12) OVER (ORDER BY c.month) AS yb FROM c LEFT JOIN m ON m.month = c.month)
SELECT month, total, yb FROM f WHERE total IS NOT NULL AND yb IS NOT NULL ORDER BY month
