WITH m AS (SELECT department, month, SUM(amount_thousand) AS total FROM public_spending
WHERE department IN ('HM Treasury', 'Home Office') AND budget <> 'NON-BUDGET' GROUP BY 1, 2)
SELECT a.department, a.month, a.total, SUM(b.total) FROM m a JOIN m b ON a.department = b.department AND b.month <= a.month
GROUP BY a.department, a.month, a.total
