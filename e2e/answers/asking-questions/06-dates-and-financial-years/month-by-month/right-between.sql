SELECT month(paid), COUNT(*), SUM(amount) FROM payments WHERE paid BETWEEN '2021-01-01' AND '2021-12-31' GROUP BY month(paid) ORDER BY month(paid)
