WITH m AS (SELECT department, month, SUM(amount_thousand) AS total FROM public_spending WHERE budget <> 'NON-BUDGET' GROUP BY department, month)
SELECT department, month, total, SUM(total) OVER (PARTITION BY department ORDER BY month) FROM m
QUALIFY department IN ('HM Treasury', 'Home Office')
