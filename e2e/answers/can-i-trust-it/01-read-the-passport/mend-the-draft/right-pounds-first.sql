SELECT department, SUM(amount_thousand * 1000) / 1000000 AS m FROM public_spending WHERE budget <> 'NON-BUDGET' GROUP BY department ORDER BY 2 DESC, 1 LIMIT 10
