SELECT department, SUM(amount_thousand) / 1000 AS m FROM public_spending WHERE budget <> 'NON-BUDGET' GROUP BY department ORDER BY m DESC, department
