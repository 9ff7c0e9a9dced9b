SELECT department, month, SUM(amount_thousand) AS total, SUM(SUM(amount_thousand)) OVER (PARTITION BY department ORDER BY month) AS so_far
FROM public_spending WHERE department IN ('HM Treasury', 'Home Office') AND budget IN ('DEL', 'AME') GROUP BY department, month ORDER BY month, department
