SELECT department, month, SUM(amount_thousand), SUM(SUM(amount_thousand)) OVER (PARTITION BY department ORDER BY month)
FROM public_spending WHERE department IN ('HM Treasury', 'Home Office') AND budget NOT IN ('NON-BUDGET') GROUP BY department, month
