SELECT quarter(paid - INTERVAL 3 MONTH) AS q, SUM(amount) FROM payments WHERE paid >= '2021-04-01' AND paid < '2022-03-31' GROUP BY q
