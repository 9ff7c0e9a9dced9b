SELECT CASE WHEN month(paid) IN (4, 5, 6) THEN 1 WHEN month(paid) IN (7, 8, 9) THEN 2 WHEN month(paid) IN (10, 11, 12) THEN 3 ELSE 4 END AS q, SUM(amount)
FROM payments WHERE paid >= '2021-04-01' AND paid <= '2022-03-31' GROUP BY q ORDER BY q
