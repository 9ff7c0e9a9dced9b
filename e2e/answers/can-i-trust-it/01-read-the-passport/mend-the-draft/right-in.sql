SELECT department, SUM(amount_thousand) / 1000.0 AS m FROM public_spending WHERE budget IN ('AME', 'DEL') GROUP BY department ORDER BY m DESC, department ASC LIMIT 10
