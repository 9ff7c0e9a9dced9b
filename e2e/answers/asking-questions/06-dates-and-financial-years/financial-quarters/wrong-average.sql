SELECT quarter(paid - INTERVAL 3 MONTH) AS q, AVG(amount) FROM payments WHERE paid >= '2021-04-01' AND paid < '2022-04-01' GROUP BY q
