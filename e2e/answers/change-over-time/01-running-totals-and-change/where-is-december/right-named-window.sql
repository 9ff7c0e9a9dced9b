WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments GROUP BY month),
l AS (SELECT *, LAG(total) OVER w AS before FROM m WINDOW w AS (ORDER BY month))
SELECT month, total, total - before AS change FROM l WHERE month >= '2022-01-01' ORDER BY month
