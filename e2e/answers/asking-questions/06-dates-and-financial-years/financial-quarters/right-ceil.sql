SELECT CEIL(month(paid - INTERVAL 3 MONTH) / 3) AS q, SUM(amount) FROM payments WHERE paid >= '2021-04-01' AND paid < '2022-04-01' GROUP BY q
