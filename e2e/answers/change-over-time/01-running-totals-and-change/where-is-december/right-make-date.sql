WITH m AS (SELECT make_date(year(paid), month(paid), 1) AS month, SUM(amount) AS total FROM payments GROUP BY month)
SELECT month, total, total - LAG(total) OVER (ORDER BY month) FROM m QUALIFY month >= DATE '2022-01-01' AND month <= DATE '2022-07-01' ORDER BY month
