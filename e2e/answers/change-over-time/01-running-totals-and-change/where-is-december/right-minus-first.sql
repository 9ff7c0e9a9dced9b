WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments GROUP BY month)
SELECT month, total, -(LAG(total) OVER (ORDER BY month) - total) AS change FROM m QUALIFY month > '2021-12-31' ORDER BY month
