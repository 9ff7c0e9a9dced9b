WITH f AS (SELECT year(paid - INTERVAL 3 MONTH) AS fy, month(paid) AS m, amount FROM payments)
SELECT fy, SUM(amount) FROM f WHERE fy >= 2020 AND m BETWEEN 4 AND 7 GROUP BY fy
