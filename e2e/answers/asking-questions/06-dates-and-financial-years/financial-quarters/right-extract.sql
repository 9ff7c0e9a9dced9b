SELECT extract(quarter FROM paid - INTERVAL '3 months') AS q, SUM(amount) FROM payments WHERE paid >= DATE '2021-04-01' AND paid < DATE '2022-04-01' GROUP BY q
