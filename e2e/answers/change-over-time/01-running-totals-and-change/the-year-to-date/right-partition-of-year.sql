WITH m AS (SELECT year(paid - INTERVAL 3 MONTH) AS fy, CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments GROUP BY fy, month)
SELECT month, total, SUM(total) OVER (PARTITION BY fy ORDER BY month) AS so_far FROM m QUALIFY fy = 2021 ORDER BY month
