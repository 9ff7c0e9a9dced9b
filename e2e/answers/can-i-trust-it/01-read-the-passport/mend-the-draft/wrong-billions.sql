SELECT department, SUM(amount_thousand) / 1000000 AS m FROM public_spending WHERE budget <> 'NON-BUDGET' GROUP BY department ORDER BY m DESC, department LIMIT 10
