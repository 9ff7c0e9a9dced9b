SELECT month, total, SUM(total) OVER (ORDER BY month) FROM (
SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments
WHERE year(paid - INTERVAL 3 MONTH) = 2021 GROUP BY 1) ORDER BY month
