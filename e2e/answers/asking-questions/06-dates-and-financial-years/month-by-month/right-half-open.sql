SELECT month(paid) m, COUNT(*) c, SUM(amount) s FROM payments WHERE paid >= DATE '2021-01-01' AND paid < DATE '2022-01-01' GROUP BY ALL ORDER BY 1
