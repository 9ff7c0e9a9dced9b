WITH m AS (SELECT department, month, SUM(amount_thousand) AS total FROM public_spending
WHERE (department = 'HM Treasury' OR department = 'Home Office') AND NOT budget = 'NON-BUDGET' GROUP BY 1, 2)
SELECT department, month, total, SUM(total) OVER (PARTITION BY department ORDER BY month ROWS UNBOUNDED PRECEDING) FROM m
