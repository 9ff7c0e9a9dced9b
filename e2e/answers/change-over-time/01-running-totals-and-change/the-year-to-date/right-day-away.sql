WITH m AS (SELECT paid - (day(paid) - 1)::INT AS month, SUM(amount) AS total FROM payments
WHERE paid >= '2021-04-01' AND paid < '2022-04-01' GROUP BY month)
SELECT month, total, SUM(total) OVER (ORDER BY month) FROM m ORDER BY month
