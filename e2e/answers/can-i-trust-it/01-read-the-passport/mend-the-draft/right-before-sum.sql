SELECT department, SUM(amount_thousand / 1000) AS m FROM public_spending WHERE budget != 'NON-BUDGET' GROUP BY 1 ORDER BY SUM(amount_thousand) DESC, 1 LIMIT 10
