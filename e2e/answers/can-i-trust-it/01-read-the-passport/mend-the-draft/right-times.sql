SELECT department, 0.001 * SUM(amount_thousand) AS m FROM public_spending WHERE NOT budget = 'NON-BUDGET' GROUP BY department ORDER BY SUM(amount_thousand) DESC, department LIMIT 10
