SELECT CASE WHEN month(paid) < 4 THEN year(paid) - 1 ELSE year(paid) END AS y, SUM(amount) FROM payments
WHERE month(paid) BETWEEN 4 AND 7 AND paid >= '2020-04-01' GROUP BY y
