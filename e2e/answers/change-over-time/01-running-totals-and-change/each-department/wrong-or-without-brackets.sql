WITH m AS (SELECT department, month, SUM(amount_thousand) AS total FROM public_spending
WHERE department = 'HM Treasury' OR department = 'Home Office' AND budget <> 'NON-BUDGET' GROUP BY ALL)
SELECT department, month, total, SUM(total) OVER (PARTITION BY department ORDER BY month) FROM m
