WITH m AS (SELECT department, month, SUM(amount_thousand) AS total FROM public_spending WHERE budget <> 'NON-BUDGET' GROUP BY department, month),
r AS (SELECT *, SUM(total) OVER (PARTITION BY department ORDER BY month) AS so_far FROM m)
SELECT * FROM r WHERE department IN ('HM Treasury', 'Home Office') ORDER BY 1, 2
