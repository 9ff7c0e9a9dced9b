SELECT year(file_month - INTERVAL 3 MONTH) AS y, SUM(amount) FROM payments_published GROUP BY y ORDER BY y
