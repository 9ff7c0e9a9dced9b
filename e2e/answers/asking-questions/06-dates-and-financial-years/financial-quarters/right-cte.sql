WITH shifted AS (SELECT paid - INTERVAL 3 MONTH AS d, amount FROM payments)
SELECT quarter(d), SUM(amount) FROM shifted WHERE year(d) = 2021 GROUP BY quarter(d)
