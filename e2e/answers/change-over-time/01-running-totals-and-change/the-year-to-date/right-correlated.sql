WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments
WHERE paid >= '2021-04-01' AND paid < '2022-04-01' GROUP BY month)
SELECT month, total, (SELECT SUM(amount) FROM payments WHERE paid >= '2021-04-01' AND paid < m.month + INTERVAL 1 MONTH) AS so_far FROM m ORDER BY month
