SELECT quarter(paid) AS q, SUM(amount) FROM payments WHERE paid >= '2021-04-01' AND paid < '2022-04-01' GROUP BY q
