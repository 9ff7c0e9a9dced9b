WITH months AS (
  SELECT year(paid - INTERVAL 3 MONTH) AS year_begins, CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total
  FROM payments WHERE paid >= '2020-04-01' AND paid < '2022-04-01' GROUP BY year_begins, month
)
SELECT year_begins, month, SUM(total) OVER (PARTITION BY year_begins ORDER BY month) AS so_far FROM months ORDER BY month
