SELECT department, SUM(amount_thousand) / 1000 FROM public_spending WHERE budget <> 'NON-BUDGET' GROUP BY ALL ORDER BY 2 DESC, 1 LIMIT 10
