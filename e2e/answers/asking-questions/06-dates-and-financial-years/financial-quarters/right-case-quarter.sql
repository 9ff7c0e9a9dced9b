SELECT CASE WHEN quarter(paid) = 1 THEN 4 ELSE quarter(paid) - 1 END AS q, SUM(amount) FROM payments WHERE paid BETWEEN '2021-04-01' AND '2022-03-31' GROUP BY q
