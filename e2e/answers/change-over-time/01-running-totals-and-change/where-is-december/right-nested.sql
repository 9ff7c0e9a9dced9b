SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total, SUM(amount) - LAG(SUM(amount)) OVER (ORDER BY CAST(date_trunc('month', paid) AS DATE)) AS change
FROM payments GROUP BY 1 QUALIFY month >= '2022-01-01' ORDER BY 1
