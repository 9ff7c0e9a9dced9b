SELECT year(paid) AS y, SUM(amount) FROM payments WHERE month(paid) >= 4 AND month(paid) <= 7 AND year(paid) >= 2020 GROUP BY y ORDER BY y
