SELECT year(paid) AS y, SUM(amount) FROM payments WHERE month(paid) IN (4, 5, 6, 7) AND year(paid) IN (2020, 2021, 2022) GROUP BY y
