WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments GROUP BY month)
SELECT month, total, total - SUM(total) OVER (ORDER BY month ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING) AS change FROM m QUALIFY month >= '2022-01-01' ORDER BY month
