WITH m AS (SELECT make_date(year(paid), month(paid), 1) AS first_day, SUM(amount) AS total FROM payments
WHERE paid > '2021-03-31' AND paid <= '2022-03-31' GROUP BY first_day)
SELECT first_day, total, SUM(total) OVER (ORDER BY first_day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS so_far FROM m ORDER BY first_day
