WITH m AS (SELECT department, month, SUM(amount_thousand) AS total FROM public_spending WHERE budget <> 'NON-BUDGET' GROUP BY ALL)
SELECT department, month, total, SUM(total) OVER (ORDER BY month) FROM m WHERE department = 'HM Treasury'
UNION ALL
SELECT department, month, total, SUM(total) OVER (ORDER BY month) FROM m WHERE department = 'Home Office'
