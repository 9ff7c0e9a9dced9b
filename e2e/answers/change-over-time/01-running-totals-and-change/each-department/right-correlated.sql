SELECT department, month, SUM(amount_thousand) AS total,
(SELECT SUM(amount_thousand) FROM public_spending AS e WHERE e.department = p.department AND e.month <= p.month AND e.budget <> 'NON-BUDGET') AS so_far
FROM public_spending AS p WHERE department IN ('HM Treasury', 'Home Office') AND budget <> 'NON-BUDGET' GROUP BY department, month
