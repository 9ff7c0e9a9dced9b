SELECT month(paid) AS m, COUNT(*), SUM(amount) FROM payments WHERE paid > '2021-01-01' AND paid < '2021-12-31' GROUP BY m ORDER BY m
