WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments GROUP BY month)
SELECT month, total, total - (SELECT e.total FROM m e WHERE e.month = (SELECT MAX(month) FROM m f WHERE f.month < o.month)) AS change
FROM m o WHERE month >= '2022-01-01' ORDER BY month
