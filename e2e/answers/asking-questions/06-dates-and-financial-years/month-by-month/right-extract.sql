SELECT extract(month FROM paid) AS m, COUNT(*), SUM(amount) FROM payments WHERE extract(year FROM paid) = 2021 GROUP BY 1 ORDER BY 1
