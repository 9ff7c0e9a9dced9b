WITH m AS (SELECT department, month, SUM(amount_thousand) AS total FROM public_spending
WHERE department IN ('HM Treasury', 'Home Office') GROUP BY ALL)
SELECT department, month, total, SUM(total) OVER (PARTITION BY department ORDER BY month) FROM m
