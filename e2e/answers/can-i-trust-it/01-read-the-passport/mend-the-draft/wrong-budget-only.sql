SELECT department, SUM(amount_thousand) AS m FROM public_spending WHERE budget <> 'NON-BUDGET' GROUP BY department ORDER BY m DESC, department LIMIT 10
