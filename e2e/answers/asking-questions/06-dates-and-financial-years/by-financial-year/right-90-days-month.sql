SELECT year(date_add(paid, INTERVAL (-3) MONTH)) AS y, SUM(amount) FROM payments GROUP BY y ORDER BY y ASC
