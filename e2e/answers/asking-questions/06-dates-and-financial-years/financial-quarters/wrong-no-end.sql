SELECT quarter(paid - INTERVAL 3 MONTH) AS q, SUM(amount) FROM payments WHERE paid >= '2021-04-01' GROUP BY q
