SELECT department, SUM(amount_thousand) / 1000 AS m FROM public_spending WHERE budget <> 'NON-BUDGET' AND amount_thousand > 0 GROUP BY department ORDER BY m DESC, department LIMIT 10
