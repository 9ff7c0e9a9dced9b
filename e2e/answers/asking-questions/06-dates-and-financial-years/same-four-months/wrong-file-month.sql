SELECT year(file_month) AS y, SUM(amount) FROM payments WHERE file_month >= '2020-04-01' AND month(file_month) BETWEEN 4 AND 7 GROUP BY y
