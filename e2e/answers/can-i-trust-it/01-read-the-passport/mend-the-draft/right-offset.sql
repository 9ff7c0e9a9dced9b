SELECT department, SUM(amount_thousand) / 1e3 AS m FROM public_spending WHERE budget NOT LIKE 'NON%' GROUP BY department ORDER BY m DESC, department LIMIT 10 OFFSET 0
