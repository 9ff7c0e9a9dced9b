SELECT DISTINCT CAST(date_trunc('month', paid) AS DATE) AS month,
SUM(amount) OVER (PARTITION BY date_trunc('month', paid)) AS total,
SUM(amount) OVER (ORDER BY date_trunc('month', paid)) AS so_far
FROM payments WHERE paid >= '2021-04-01' AND paid < '2022-04-01' ORDER BY month
