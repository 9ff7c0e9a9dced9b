WITH m AS (SELECT file_month AS month, SUM(amount) AS total FROM payments
WHERE file_month >= '2021-04-01' AND file_month < '2022-04-01' GROUP BY month)
SELECT month, total, SUM(total) OVER (ORDER BY month) FROM m ORDER BY month
