SELECT department, SUM(amount_thousand) / 1000 AS m FROM public_spending WHERE department NOT LIKE 'Scotland Office%' GROUP BY department ORDER BY m DESC, department LIMIT 10
